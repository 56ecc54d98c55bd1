package kcs.chassis.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The clocks of a service. The one without a qualifier is the business's: what is due and what has happened goes by it;
 * tests put a fixed one in its place, a demonstration moves it. The {@link Technical} one is the machine's.
 */
@Singleton
public class ClockProducer {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(Demonstration demonstration) {
        Clock machine = Clock.systemUTC();
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
