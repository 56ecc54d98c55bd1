package kcs.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class DemonstrationClockTest {
    private static final Instant START = Instant.parse("2024-06-20T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2024-10-07T14:59:59Z");

    private final Machine machine = new Machine();
    private final DemonstrationClock clock = DemonstrationClock.startingAt(START, machine);

    @Test
    void ticksOnFromWhereItStarted() {
        machine.passes(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void ticksOnFromWhereItWasSet() {
        clock.moveTo(AUTUMN);

        machine.passes(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(AUTUMN.plusSeconds(1));
    }

    @Test
    void ticksAsTheMachineDoesHoweverFineItWasSet() {
        clock.moveTo(AUTUMN.plusNanos(1_234));

        assertThat(clock.instant()).isEqualTo(AUTUMN.plusNanos(1_000));
    }

    @Test
    void refusesToGoBack() {
        clock.moveTo(AUTUMN);

        assertThatThrownBy(() -> clock.moveTo(AUTUMN.minusMillis(1)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.errors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.pointer()).isEqualTo("/now"));
                });
        assertThat(clock.instant()).isEqualTo(AUTUMN);
    }

    @Test
    void movesTogetherWithItselfInAnotherZone() {
        Clock inSeoul = clock.withZone(Seoul.ZONE);

        clock.moveTo(AUTUMN);

        assertThat(inSeoul.getZone()).isEqualTo(Seoul.ZONE);
        assertThat(inSeoul.instant()).isEqualTo(AUTUMN);
    }

    /** A machine's clock that a test lets pass. */
    private static final class Machine extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            Machine same = this;
            return new Clock() {
                @Override
                public Instant instant() {
                    return same.instant();
                }

                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return same.withZone(other);
                }
            };
        }
    }
}
