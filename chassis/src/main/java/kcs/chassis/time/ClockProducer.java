package kcs.chassis.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The clocks of a service. The one without a qualifier is the business's: what is due and what has happened goes by it;
 * tests put a fixed one in its place, a demonstration moves it. It ticks in microseconds, as PostgreSQL keeps an instant:
 * what is answered to who changes a thing is what is read afterwards. The {@link Technical} one is the machine's.
 */
@Singleton
public class ClockProducer {
    private static final Duration TICK = ChronoUnit.MICROS.getDuration();

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(Demonstration demonstration) {
        Clock machine = Clock.tick(Clock.systemUTC(), TICK);
        return demonstration.on()
                ? DemonstrationClock.startingAt(demonstration.startsAt().orElseGet(machine::instant), machine)
                : machine;
    }

    @Produces
    @Singleton
    @Technical
    Clock technicalClock() {
        return Clock.systemUTC();
    }
}
