package kcs.progress.timeliness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether a checkpoint came in time. All days are days in Seoul; "on a day" is before 00:00 of the next. It goes by the
 * first submission alone: one that is returned and filed again is no later for it. A waived checkpoint has none.
 */
public enum Timeliness {
    /** Not filed, and it is not due before tomorrow. */
    NOT_DUE,
    /** Filed on its due day or before. */
    ON_TIME,
    /** Filed after its due day. */
    LATE,
    /** Not filed on its due day; it can still be filed. */
    OVERDUE,
    /** Not filed, and it cannot be any more without an extension. */
    MISSED;

    /**
     * How a checkpoint stands.
     *
     * @param daysLate calendar days from the due day to the first submission; 0 unless it is LATE
     */
    public record Standing(Timeliness timeliness, long daysLate) {

        /** Whether it was filed at all. */
        public boolean filed() {
            return timeliness == ON_TIME || timeliness == LATE;
        }

        /** Whether it counts towards an on-time rate: its due day has passed, or it was filed. */
        public boolean due() {
            return timeliness != NOT_DUE;
        }
    }

    /**
     * Judges a checkpoint that is not waived.
     *
     * @param effectiveDue its due day: the cycle's, or that of an extension where this is later
     * @param firstSubmittedOn day of the first submission; null when nothing was filed
     * @param lastDayToFile the day that the cycle locks on
     * @param cycleClosed whether its cycle is closed
     * @param today the day for which it is judged
     */
    public static Standing of(
            LocalDate effectiveDue,
            LocalDate firstSubmittedOn,
            LocalDate lastDayToFile,
            boolean cycleClosed,
            LocalDate today) {
        if (firstSubmittedOn != null) {
            long days = ChronoUnit.DAYS.between(effectiveDue, firstSubmittedOn);
            return days > 0 ? new Standing(LATE, days) : new Standing(ON_TIME, 0);
        }
        if (!today.isAfter(effectiveDue)) {
            return new Standing(NOT_DUE, 0);
        }
        boolean open = !cycleClosed && !today.isAfter(lastDayToFile);
        return new Standing(open ? OVERDUE : MISSED, 0);
    }
}
