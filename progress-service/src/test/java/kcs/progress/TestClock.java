package kcs.progress;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import kcs.chassis.time.Seoul;

/**
 * The service's clock in tests: the real one, moved as far as a test says, in microseconds as it ticks. A test that moved it
 * puts it back.
 */
@Singleton
public class TestClock extends Clock {
    private volatile Duration moved = Duration.ZERO;

    /** It is this day, at noon in Seoul. */
    public void set(LocalDate day) {
        set(day.atTime(LocalTime.NOON).atZone(Seoul.ZONE).toInstant());
    }

    public void set(Instant now) {
        moved = Duration.between(Instant.now(), now);
    }

    public void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(moved).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), moved);
    }
}
