package kcs.progress.health;

import java.time.Instant;
import kcs.progress.healthrule.Standing;

/**
 * The health of a task as it is kept.
 *
 * @param since since when the headline is what it is
 * @param version raised when a voice changes what it says
 * @param changedAt when this version began
 * @param reckonedAt when it was last looked at what it follows from
 */
record Health(String task, Standing standing, Instant since, long version, Instant changedAt, Instant reckonedAt) {

    /**
     * The health from now on. What is reckoned later never begins earlier, whatever the clocks of replicas say.
     *
     * @param now the time, taken while the health is locked
     */
    Health with(Standing next, Instant now) {
        if (next.saysAs(standing)) {
            return new Health(task, next, since, version, changedAt, now);
        }
        Instant at = now.isBefore(changedAt) ? changedAt : now;
        Instant headlineSince = next.headline() == standing.headline() ? since : at;
        return new Health(task, next, headlineSince, version + 1, at, now);
    }
}
