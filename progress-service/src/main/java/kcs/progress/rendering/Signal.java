package kcs.progress.rendering;

import kcs.progress.directory.HealthState;

/**
 * How a light looks beside its word: by a shape as well as a colour, for whoever does not tell colours or prints in black.
 *
 * @param fill red, green and blue in hexadecimal digits: the soft tones of the page
 */
record Signal(String shape, String fill) {

    static Signal of(HealthState health) {
        return switch (health) {
            case ON_TRACK -> new Signal("●", "EAF6EC");
            case AT_RISK -> new Signal("▲", "FFF3DB");
            case OFF_TRACK -> new Signal("◆", "FDEFEC");
            case NOT_REPORTED -> new Signal("○", "F4F5F6");
            case COMPLETED -> new Signal("✔", "ECF2FE");
        };
    }
}
