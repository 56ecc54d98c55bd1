package kcs.progress.healthrule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How a task goes (추진상태). */
public enum HealthState {
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    NOT_REPORTED,
    COMPLETED;

    /** The worst first. That nothing was reported is nobody's own word: {@code NOT_REPORTED} is only ever derived. */
    private static final List<HealthState> BY_SEVERITY = List.of(OFF_TRACK, AT_RISK, NOT_REPORTED, ON_TRACK, COMPLETED);

    /** The worst of what several say; empty where nobody says anything. */
    public static Optional<HealthState> worst(Collection<HealthState> stated) {
        return BY_SEVERITY.stream().filter(stated::contains).findFirst();
    }

    /** 0 for the worst. */
    int severity() {
        return BY_SEVERITY.indexOf(this);
    }
}
