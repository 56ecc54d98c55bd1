package kcs.chassis.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** A clock that can be set forward, and ticks on from where it was set. What has happened stays in the past. */
public final class DemonstrationClock extends Clock {
    private final Clock machine;
    private final AtomicReference<Duration> ahead;

    private DemonstrationClock(Clock machine, AtomicReference<Duration> ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    /** A clock that shows an instant now, and from then on goes as the machine's does. */
    public static DemonstrationClock startingAt(Instant start, Clock machine) {
        return new DemonstrationClock(machine, new AtomicReference<>(ahead(machine, start)));
    }

    /** Who says what time it is may say it finer than the machine's clock ticks. */
    private static Duration ahead(Clock machine, Instant now) {
        return Duration.between(machine.instant(), now.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Sets the clock forward.
     *
     * @throws ProblemException 422 when it would go back
     */
    public void moveTo(Instant now) {
        Duration wanted = ahead(machine, now);
        Duration known;
        do {
            known = ahead.get();
            if (wanted.compareTo(known) < 0) {
                throw ProblemException.invalid(FieldError.of("/now", "clock-back", instant()));
            }
        } while (!ahead.compareAndSet(known, wanted));
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    /** The same clock, moved together with this one, in another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new DemonstrationClock(machine.withZone(zone), ahead);
    }
}
