package kcs.progress.reminders;

import java.time.LocalDate;

/**
 * That a checkpoint is owed, said once.
 *
 * @param dueOn the due day that it reminds of, in Seoul
 * @param days between that day and the stage
 */
record Reminder(String checkpoint, Stage stage, LocalDate dueOn, int days) {

    /** When it is said. */
    enum Stage {
        /** Some days ahead. */
        BEFORE,
        /** On the due day. */
        ON,
        /** Some days after it, while it can still be filed. */
        AFTER,
        /** Not to the agency but to all: the due day has passed and nothing was ever filed. */
        OVERDUE
    }

    /** The day of the stage. A service that was away makes it later; what it says of the due day holds for this day. */
    LocalDate on() {
        return stage == Stage.BEFORE ? dueOn.minusDays(days) : dueOn.plusDays(days);
    }
}
