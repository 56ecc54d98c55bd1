package kcs.progress.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.progress.OwnerSql;
import kcs.progress.Owners;
import kcs.progress.ProgressTest;
import kcs.progress.Stories;
import kcs.progress.TestClock;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of events answers for any past instant, and goes on answering the same. */
@QuarkusTest
class ToldTest extends ProgressTest {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    /** Later than the table was made, so that what comes late is late. */
    private final Instant noon = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);

    @Inject
    ToldReading reading;

    @Inject
    CurrentCaller current;

    @Inject
    TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    private Map<String, TaskState> tasksAsOf(String plan, Instant asOf) {
        clock.set(noon.plus(Duration.ofDays(1)));
        Caller reader = Caller.system("test");
        return current.as(
                reader,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> reading.newest(Kind.TASK, plan, reading.moment(asOf), TaskState.class)));
    }

    private void tellAt(Instant at, Instant arrives, String type, ObjectNode data) {
        clock.set(arrives);
        Owners.Told told = owners.tellAt(at, type, data);
        await().atMost(ARRIVAL)
                .until(() ->
                        OwnerSql.number("SELECT count(*) FROM told WHERE event_id = '%s'".formatted(told.id())) == 1);
    }

    @Test
    void aTaskIsAsItWasToldByThen() {
        String plan = Stories.planCode();
        ObjectNode task = Stories.task(plan, 1, "PUBLIC");
        tellAt(noon, noon, "task.registered", task);
        tellAt(
                noon.plusSeconds(60),
                noon.plusSeconds(61),
                "task.status-changed",
                stories.moved(plan + "-01", "IN_PROGRESS"));

        assertThat(tasksAsOf(plan, noon.minusMillis(1))).isEmpty();
        assertThat(tasksAsOf(plan, noon))
                .hasEntrySatisfying(
                        plan + "-01", then -> assertThat(then.status()).isEqualTo(TaskStatus.SELECTED));
        assertThat(tasksAsOf(plan, noon.plusSeconds(60)))
                .hasEntrySatisfying(
                        plan + "-01", then -> assertThat(then.status()).isEqualTo(TaskStatus.IN_PROGRESS));
    }

    @Test
    void whatComesVeryLateCountsFromWhenItCame() {
        String plan = Stories.planCode();
        ObjectNode task = Stories.task(plan, 1, "PUBLIC");
        Instant came = noon.plus(ToldEvents.SETTLING).plusSeconds(1);
        tellAt(noon, came, "task.registered", task);

        assertThat(tasksAsOf(plan, came.minusSeconds(1))).isEmpty();
        // The clock runs on while the event is on its way.
        assertThat(tasksAsOf(plan, came.plus(ARRIVAL))).containsOnlyKeys(plan + "-01");
    }

    @Test
    void whatComesALittleLateCountsFromItsOwnersTime() {
        String plan = Stories.planCode();
        tellAt(
                noon,
                noon.plus(ToldEvents.SETTLING).minusSeconds(1),
                "task.registered",
                Stories.task(plan, 1, "PUBLIC"));

        assertThat(tasksAsOf(plan, noon)).containsOnlyKeys(plan + "-01");
    }

    @Test
    void aMomentIsSettledWhenNothingCanBeLateForItAnyMore() {
        clock.set(noon);

        Moment now = moment(null);
        Moment settled = moment(noon.minus(ToldEvents.SETTLING));

        assertThat(now.settled()).isFalse();
        assertThat(now.settlesAt()).isEqualTo(now.asOf().plus(ToldEvents.SETTLING));
        assertThat(settled.settled()).isTrue();
    }

    private Moment moment(Instant asOf) {
        return QuarkusTransaction.requiringNew().call(() -> reading.moment(asOf));
    }

    @Test
    void whoMaySeeATaskMaySeeWhatWasToldOfIt() {
        String plan = Stories.planCode();
        tellAt(noon, noon, "task.registered", Stories.task(plan, 1, "GOVERNMENT"));
        tellAt(noon, noon, "task.registered", Stories.task(plan, 2, "PUBLIC"));

        clock.set(noon.plusSeconds(1));
        Map<String, TaskState> seen = QuarkusTransaction.requiringNew()
                .call(() -> reading.newest(Kind.TASK, plan, reading.moment(noon), TaskState.class));

        assertThat(seen).containsOnlyKeys(plan + "-02");
        assertThat(tasksAsOf(plan, noon)).containsOnlyKeys(plan + "-01", plan + "-02");
    }

    /** What one may not see now is not shown as it was when one might. */
    @Test
    void aTaskHiddenSinceIsNotSeenAsItWasBefore() {
        String plan = Stories.planCode();
        tellAt(noon, noon, "task.registered", Stories.task(plan, 1, "PUBLIC"));
        ObjectNode hidden = Stories.task(plan, 1, "GOVERNMENT");
        hidden.withObject("/task").put("version", 1);
        hidden.putArray("changed").add("visibility");
        tellAt(noon.plusSeconds(60), noon.plusSeconds(60), "task.changed", hidden);

        clock.set(noon.plus(Duration.ofDays(1)));
        for (Instant asOf : List.of(noon, noon.plusSeconds(60))) {
            Map<String, TaskState> seen = QuarkusTransaction.requiringNew()
                    .call(() -> reading.newest(Kind.TASK, plan, reading.moment(asOf), TaskState.class));
            assertThat(seen).as("as of %s", asOf).isEmpty();
        }
        assertThat(tasksAsOf(plan, noon)).containsOnlyKeys(plan + "-01");
    }
}
