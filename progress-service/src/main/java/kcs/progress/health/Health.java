package kcs.progress.health;

import java.time.Instant;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.Standing;

/**
 * The health of a task as it is kept.
 *
 * @param since since when the headline is what it is
 * @param earlier the headline before it; null where there was none
 * @param version raised when a voice says something else, or another percentage is complete
 * @param changedAt when this version began
 * @param reckonedAt when it was last looked at what it follows from
 */
record Health(
        String task,
        Standing standing,
        Instant since,
        Earlier earlier,
        long version,
        Instant changedAt,
        Instant reckonedAt) {

    /**
     * The headline until {@link Health#since}.
     *
     * @param visibility of the task at that time, PUBLIC or GOVERNMENT: what it was stays hidden from whom it was hidden
     */
    record Earlier(HealthState headline, String visibility) {}

    /** The headline before the present one; null where there was none. */
    HealthState previous() {
        return earlier == null ? null : earlier.headline();
    }

    /** Of the task when the headline changed; null where there was no earlier one. */
    String previousVisibility() {
        return earlier == null ? null : earlier.visibility();
    }

    /**
     * The health from now on. What is reckoned later never begins earlier, whatever the clocks of replicas say.
     *
     * @param visibility of the task
     * @param now the time, taken while the health is locked
     */
    Health with(Standing next, String visibility, Instant now) {
        if (next.saysAs(standing)) {
            return new Health(task, next, since, earlier, version, changedAt, now);
        }
        Instant at = now.isBefore(changedAt) ? changedAt : now;
        HealthState headline = standing.headline();
        if (next.headline() == headline) {
            return new Health(task, next, since, earlier, version + 1, at, now);
        }
        Earlier before = headline == null ? null : new Earlier(headline, visibility);
        return new Health(task, next, at, before, version + 1, at, now);
    }
}
