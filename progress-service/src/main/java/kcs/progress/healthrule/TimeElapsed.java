package kcs.progress.healthrule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How much of a task's time has passed: the health rule and the reports say the same. */
public final class TimeElapsed {
    private static final int ALL = 100;

    private TimeElapsed() {}

    /** In percent, 0 to 100, rounded; null where the first or the last day is not stated. */
    public static Integer percent(LocalDate startsOn, LocalDate endsOn, LocalDate day) {
        if (startsOn == null || endsOn == null) {
            return null;
        }
        if (!day.isBefore(endsOn)) {
            return ALL;
        }
        if (!day.isAfter(startsOn)) {
            return 0;
        }
        double passed = ChronoUnit.DAYS.between(startsOn, day);
        return (int) Math.round(ALL * passed / ChronoUnit.DAYS.between(startsOn, endsOn));
    }
}
