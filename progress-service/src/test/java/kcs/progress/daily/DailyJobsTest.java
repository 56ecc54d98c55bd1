package kcs.progress.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kcs.chassis.time.Seoul;
import kcs.progress.ProgressTest;
import kcs.progress.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DailyJobsTest extends ProgressTest {
    @Inject
    DailyJobs jobs;

    @Inject
    Dawdler dawdler;

    @Inject
    TestClock clock;

    @AfterEach
    void letAllGoOn() {
        clock.reset();
        dawdler.goOn();
    }

    @Test
    void aDayIsNotDoneWhileTheJobsOfAnotherAreUnderWay() {
        LocalDate today = Seoul.today(clock);
        await().until(() -> jobs.hasDone(today));
        dawdler.stayOn(today.plusDays(1));
        clock.set(today.plusDays(1));
        await().until(dawdler::underWay);

        clock.reset();

        assertThat(jobs.hasDone(today)).isFalse();
        dawdler.goOn();
        await().until(() -> jobs.hasDone(today));
    }
}
