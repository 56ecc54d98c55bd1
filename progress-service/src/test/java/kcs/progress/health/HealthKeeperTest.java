package kcs.progress.health;

import static kcs.progress.healthrule.HealthState.AT_RISK;
import static kcs.progress.healthrule.HealthState.COMPLETED;
import static kcs.progress.healthrule.HealthState.NOT_REPORTED;
import static kcs.progress.healthrule.HealthState.OFF_TRACK;
import static kcs.progress.healthrule.HealthState.ON_TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.sql.Sql;
import kcs.chassis.testing.EventContract;
import kcs.chassis.time.Seoul;
import kcs.progress.ProgressTest;
import kcs.progress.TestClock;
import kcs.progress.healthrule.Figures;
import kcs.progress.healthrule.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthKeeperTest extends ProgressTest {
    private static final Caller JOB = Caller.system("test");

    @Inject
    HealthKeeper keeper;

    @Inject
    HealthReading reading;

    @Inject
    DailyHealth daily;

    @Inject
    CurrentCaller current;

    @Inject
    Clock clock;

    @Inject
    TestClock testClock;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    private LocalDate today;
    private Rounds rounds;

    @BeforeEach
    void begin() {
        today = Seoul.today(clock);
        rounds = rounds();
    }

    @AfterEach
    void resetClock() {
        testClock.reset();
    }

    private List<OutboxEvent> refresh(String... tasks) {
        return refreshAs(JOB, tasks);
    }

    private List<OutboxEvent> refreshAs(Caller caller, String... tasks) {
        return current.as(
                caller,
                () -> QuarkusTransaction.requiringNew().call(() -> keeper.refresh(List.of(tasks), caller, "까닭")));
    }

    private HealthView health(String task) {
        return current.as(JOB, () -> reading.get(task));
    }

    private static Caller reporter(String agency) {
        return new Caller("reporter-" + agency, EnumSet.of(Role.REPORTER), agency, false);
    }

    @Test
    void aTaskThatBeginsIsOnTrackBecauseNothingIsDue() {
        String task = rounds.task();

        List<OutboxEvent> events = refresh(task);

        HealthView health = health(task);
        assertThat(health.headline()).isEqualTo(ON_TRACK);
        assertThat(health.version()).isEqualTo(1);
        assertThat(health.reasons()).containsExactly(Reason.NOTHING_DUE);
        assertThat(events).extracting(OutboxEvent::type).containsExactly("task.health-changed");
        JsonNode data = json.valueToTree(events.get(0).data());
        assertThat(data.at("/transition/from").isNull()).isTrue();
        assertThat(data.at("/transition/to").textValue()).isEqualTo("ON_TRACK");
        assertThat(data.at("/health/participants")).hasSize(3);
        new EventContract().assertValid("task.health-changed", data);
    }

    @Test
    void whatDidNotChangeMakesNoVersionAndNoEvent() {
        String task = rounds.task();
        refresh(task);

        List<OutboxEvent> events = refresh(task, "NOBODY-KNOWS");

        assertThat(events).isEmpty();
        assertThat(health(task).version()).isEqualTo(1);
    }

    @Test
    void aTaskThatHasNotBegunHasNoneAndOneThatIsGivenUpHasNoneAnyMore() {
        String proposed = rounds.task();
        rounds.change(proposed, "status = 'SELECTED'");
        String dropped = rounds.task();
        refresh(dropped);
        rounds.change(dropped, "status = 'DISCONTINUED'");

        List<OutboxEvent> events = refresh(proposed, dropped);

        assertThat(events).extracting(OutboxEvent::subject).containsExactly(dropped);
        JsonNode data = json.valueToTree(events.get(0).data());
        assertThat(data.at("/transition/from").textValue()).isEqualTo("ON_TRACK");
        assertThat(data.at("/transition/to").isNull()).isTrue();
        new EventContract().assertValid("task.health-changed", data);
    }

    @Test
    void theWorstNewestDeclarationOfTheAgenciesThatReportCounts() {
        String task = rounds.task();
        String first = rounds.cycle("2024Q1", "CLOSED", -200);
        String second = rounds.cycle("2024Q2", "OPEN", 5);
        rounds.accept(rounds.checkpoint(task, first, "KCS"), 10, "OFF_TRACK");
        rounds.accept(rounds.checkpoint(task, second, "KCS"), 40, "ON_TRACK");
        rounds.accept(rounds.checkpoint(task, first, "DAPA"), 30, "AT_RISK");
        // It has nothing to report, which takes nothing back; and another agency does not report any more.
        rounds.accept(rounds.checkpoint(task, second, "DAPA"), null, null);
        rounds.accept(rounds.checkpoint(task, second, "MOTIE"), 90, "OFF_TRACK");

        refresh(task);

        HealthView health = health(task);
        assertThat(health.declared()).isEqualTo(AT_RISK);
        assertThat(health.headline()).isEqualTo(AT_RISK);
        assertThat(health.derived()).isEqualTo(ON_TRACK);
        assertThat(health.disagreement()).isTrue();
        assertThat(health.percentComplete()).isEqualTo(35);
        assertThat(health.cycle()).isEqualTo(second);
    }

    @Test
    void dueAndOverdueAreCountedInOpenCyclesAndTheLastClosedOne() {
        String task = rounds.task();
        String oldest = rounds.cycle("2024Q1", "CLOSED", -300);
        String last = rounds.cycle("2024Q2", "CLOSED", -200);
        String open = rounds.cycle("2024Q3", "OPEN", -1);
        String next = rounds.cycle("2024Q4", "OPEN", 0);
        rounds.checkpoint(task, oldest, "KCS");
        rounds.accept(rounds.checkpoint(task, last, "KCS"), null, null);
        rounds.checkpoint(task, last, "DAPA");
        rounds.accept(rounds.checkpoint(task, open, "KCS"), null, null);
        rounds.checkpoint(task, open, "DAPA");
        Rounds.waive(rounds.checkpoint(task, open, "MOTIE"));
        rounds.checkpoint(task, next, "KCS");
        Rounds.extend(rounds.checkpoint(task, open, "MOFA"), today);

        refresh(task);

        HealthView health = health(task);
        assertThat(health.figures().checkpointsDue()).isEqualTo(4);
        assertThat(health.figures().checkpointsOverdue()).isEqualTo(2);
        assertThat(health.figures().lastClosed()).isEqualTo(new Figures.ClosedCycle("2024Q2", 2, 1, 1));
        assertThat(health.derived()).isEqualTo(OFF_TRACK);
    }

    @Test
    void whereNothingWasAcceptedInTheLastClosedCycleItIsNotReported() {
        String task = rounds.task();
        String accepted = rounds.cycle("2024Q1", "CLOSED", -300);
        String silent = rounds.cycle("2024Q2", "CLOSED", -200);
        String waived = rounds.cycle("2024Q3", "CLOSED", -100);
        rounds.accept(rounds.checkpoint(task, accepted, "KCS"), null, null);
        rounds.checkpoint(task, silent, "KCS");
        Rounds.waive(rounds.checkpoint(task, waived, "KCS"));

        refresh(task);

        assertThat(health(task).derived()).isEqualTo(NOT_REPORTED);
        assertThat(health(task).reasons())
                .extracting(reason -> reason.text().en())
                .containsExactly("nothing accepted in 2024Q2");
    }

    @Test
    void aCompletedTaskIsCompleted() {
        String task = rounds.task();
        rounds.change(task, "status = 'COMPLETED'");

        refresh(task);

        assertThat(health(task).headline()).isEqualTo(COMPLETED);
    }

    @Test
    void whoNoLongerTakesPartReckonsWithTheCheckpointsOfAllAndSeesNoMoreForIt() {
        String task = rounds.task("GOVERNMENT");
        String open = rounds.cycle("2024Q3", "OPEN", -1);
        rounds.checkpoint(task, open, "KCS");
        rounds.checkpoint(task, open, "DAPA");
        rounds.accept(rounds.checkpoint(task, open, "MOFA"), null, null);

        Caller former = reporter("MOFA");
        long seen = current.as(
                former,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    assertThat(keeper.refresh(List.of(task), former, null)).hasSize(1);
                    return checkpointsSeen(task);
                }));

        assertThat(seen).isEqualTo(1);
        assertThat(health(task).figures().checkpointsDue()).isEqualTo(3);
        assertThat(health(task).figures().checkpointsOverdue()).isEqualTo(2);
    }

    private long checkpointsSeen(String task) {
        return sql.one("SELECT count(*) AS n FROM checkpoint WHERE task = ?", row -> row.getLong("n"), task)
                .orElseThrow();
    }

    @Test
    void theTurnOfTheDayMakesLateWhatWasInTime() {
        String task = rounds.task();
        rounds.change(
                task,
                "milestones = '[{\"id\": \"PILOT\", \"title\": {\"ko\": \"시범\"}, \"dueOn\": \"" + today + "\"}]'");
        refresh(task);
        assertThat(health(task).headline()).isEqualTo(ON_TRACK);

        testClock.set(clock.instant().plus(Duration.ofDays(1)));
        current.as(JOB, () -> {
            daily.run(Seoul.today(clock));
            return null;
        });

        assertThat(health(task).headline()).isEqualTo(AT_RISK);
        assertThat(health(task).reasons()).extracting(Reason::code).containsExactly("MILESTONE_LATE");
    }

    @Test
    void sinceIsWhenTheHeadlineChangedAndNotWhenAnotherVoiceDid() {
        String task = rounds.task();
        String open = rounds.cycle("2024Q3", "OPEN", 5);
        String checkpoint = rounds.checkpoint(task, open, "KCS");
        refresh(task);
        HealthView before = health(task);
        rounds.accept(checkpoint, null, "ON_TRACK");

        List<OutboxEvent> events = refresh(task);

        HealthView after = health(task);
        assertThat(events).hasSize(1);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(after.changedAt()).isAfter(before.changedAt());
    }

    @Test
    void anotherPercentageAloneIsAVersionWithALineOfHistoryAndAnEvent() {
        String task = rounds.task();
        String checkpoint = rounds.checkpoint(task, rounds.cycle("2024Q3", "OPEN", 5), "KCS");
        rounds.accept(checkpoint, 40, "ON_TRACK");
        refresh(task);
        HealthView before = health(task);
        rounds.accept(checkpoint, 70, "ON_TRACK");

        List<OutboxEvent> events = refresh(task);

        HealthView after = health(task);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.percentComplete()).isEqualTo(70);
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(history(task)).extracting(HealthLine::percentComplete).containsExactly(40, 70);
        JsonNode data = json.valueToTree(events.get(0).data());
        assertThat(data.path("changed")).extracting(JsonNode::textValue).containsExactly("percentComplete");
        assertThat(data.at("/health/percentComplete").intValue()).isEqualTo(70);
        new EventContract().assertValid("task.health-changed", data);
    }

    private List<HealthLine> history(String task) {
        return current.as(
                JOB,
                () -> reading.history(
                                task,
                                ListRequest.of(MultiMap.caseInsensitiveMultiMap(), HealthReading.HISTORY_AS_ASKED))
                        .items());
    }

    @Test
    void thePreviousHeadlineStandsUntilTheNextChangeOfTheHeadline() {
        String task = rounds.task();
        String cycle = rounds.cycle("2024Q3", "OPEN", 5);
        refresh(task);
        assertThat(health(task).previous()).isNull();

        rounds.accept(rounds.checkpoint(task, cycle, "KCS"), 40, "AT_RISK");
        JsonNode risky = json.valueToTree(refresh(task).get(0).data());
        rounds.accept(rounds.checkpoint(task, cycle, "DAPA"), 80, "ON_TRACK");
        refresh(task);

        assertThat(risky.at("/health/previous").textValue()).isEqualTo("ON_TRACK");
        assertThat(risky.at("/health/previousVisibility").textValue()).isEqualTo("PUBLIC");
        assertThat(health(task).percentComplete()).isEqualTo(60);
        assertThat(health(task).previous()).isEqualTo(ON_TRACK);
        new EventContract().assertValid("task.health-changed", risky);

        rounds.change(task, "status = 'COMPLETED'");
        refresh(task);
        assertThat(health(task).previous()).isEqualTo(ON_TRACK);
        rounds.accept(rounds.checkpoint(task, rounds.cycle("2024Q4", "OPEN", 5), "KCS"), 90, "OFF_TRACK");
        refresh(task);
        assertThat(health(task).previous()).isEqualTo(AT_RISK);
    }

    @Test
    void twoWhoBeginItAtOnceMakeOneVersionEachWithWhatTheOtherDid() throws Exception {
        String task = rounds.task();
        String open = rounds.cycle("2024Q3", "OPEN", -1);
        String kcs = rounds.checkpoint(task, open, "KCS");
        String dapa = rounds.checkpoint(task, open, "DAPA");
        ExecutorService both = Executors.newFixedThreadPool(2);
        CountDownLatch filed = new CountDownLatch(2);
        try {
            List<Future<Integer>> done = List.of(kcs, dapa).stream()
                    .map(checkpoint ->
                            both.submit(() -> current.as(JOB, () -> fileAndRefresh(task, checkpoint, filed))))
                    .toList();
            for (Future<Integer> one : done) {
                one.get(20, TimeUnit.SECONDS);
            }
        } finally {
            both.shutdownNow();
        }

        assertThat(health(task).figures().checkpointsOverdue()).isZero();
        assertThat(health(task).derived()).isEqualTo(ON_TRACK);
    }

    private Integer fileAndRefresh(String task, String checkpoint, CountDownLatch filed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.change("UPDATE checkpoint SET first_submitted_at = now() WHERE id = ?", checkpoint);
            filed.countDown();
            filed.await();
            return keeper.refresh(Set.of(task), JOB, null).size();
        });
    }

    @Test
    void aThousandTasksAreReckonedInOneGo() {
        String[] tasks = new String[1000];
        String cycle = rounds.cycle("2024Q3", "OPEN", -1);
        rounds.tasks(tasks, cycle);

        List<OutboxEvent> events = refresh(tasks);

        assertThat(events).hasSize(1000);
        assertThat(refresh(tasks)).isEmpty();
    }
}
