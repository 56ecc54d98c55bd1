package kcs.progress.reminders;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import kcs.progress.daily.DailyJob;

/** Reminds agencies of what they owe: some days before it is due, on the day, and after it as long as they can file it. */
@Singleton
@Priority(Reminders.AFTER_WHAT_CHANGES_CHECKPOINTS)
class Reminders implements DailyJob {
    static final int AFTER_WHAT_CHANGES_CHECKPOINTS = 10;

    private final ReminderStore store;

    Reminders(ReminderStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public void run(LocalDate today) {
        int made = ReminderStore.PORTION;
        while (made == ReminderStore.PORTION) {
            made = store.make(today);
        }
    }
}
