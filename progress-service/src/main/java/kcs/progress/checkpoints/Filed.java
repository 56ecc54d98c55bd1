package kcs.progress.checkpoints;

import java.time.Instant;

/**
 * What was filed for a checkpoint so far, by numbers: the texts are its submissions'.
 *
 * @param firstAt receipt of the first submission that was not withdrawn; null while there is none
 * @param lastAt receipt of the newest
 * @param latestNo the newest version; 0 while there is none
 * @param acceptedNo the version in force; null while none was accepted
 * @param acceptedPercent completion that it states; null where it states none
 * @param acceptedHealth health that it declares; null where it declares none
 * @param by who filed the newest
 */
public record Filed(
        Instant firstAt,
        Instant lastAt,
        int latestNo,
        Integer acceptedNo,
        Integer acceptedPercent,
        String acceptedHealth,
        String by) {

    static final Filed NOTHING = new Filed(null, null, 0, null, null, null, null);

    Filed next(Instant at, String who) {
        return new Filed(
                firstAt == null ? at : firstAt, at, latestNo + 1, acceptedNo, acceptedPercent, acceptedHealth, who);
    }

    /** Withdrawn before anyone judged it, the first one is as if it had not been filed; its text stays readable. */
    Filed withoutFirst() {
        return new Filed(null, lastAt, latestNo, acceptedNo, acceptedPercent, acceptedHealth, by);
    }

    Filed accepted(Integer percent, String health) {
        return new Filed(firstAt, lastAt, latestNo, latestNo, percent, health, by);
    }
}
