package kcs.progress.known;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.sql.Sql;
import kcs.progress.ProgressTest;
import kcs.progress.Stories;
import kcs.progress.directory.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the projection makes of a batch; nothing of it stays. */
@QuarkusTest
class KnownProjectionTest extends ProgressTest {

    @Inject
    KnownProjection projection;

    @Inject
    Heard heard;

    @Inject
    CurrentCaller current;

    @Inject
    Sql sql;

    private final String plan = Stories.planCode();

    /** Writes down what is told, by whichever thread. */
    @Singleton
    static class Heard {
        private final List<TaskTold> tasks = new CopyOnWriteArrayList<>();

        void hear(@Observes TasksTold told) {
            tasks.addAll(told.tasks());
        }
    }

    @BeforeEach
    void hearNothing() {
        heard.tasks.clear();
    }

    private List<TaskTold> told() {
        return heard.tasks.stream().filter(task -> task.plan().equals(plan)).toList();
    }

    private void rolledBack(Runnable work) {
        current.as(Caller.system("inbox"), () -> {
            QuarkusTransaction.begin();
            try {
                work.run();
                return null;
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private String one(String query) {
        return sql.one(query, row -> row.getString(1)).orElse(null);
    }

    @Test
    void tellsOfEachEventThatIsNewerThanThoseBeforeItInTheirOrder() {
        List<InboxEvent> events = List.of(
                moved(1, 2, "IN_PROGRESS"), moved(2, 1, "SELECTED"), moved(1, 4, "ON_HOLD"), moved(1, 3, "COMPLETED"));

        rolledBack(() -> {
            projection.apply(events);
            projection.apply(events);

            assertThat(told())
                    .containsExactly(
                            new TaskTold(task(1), plan, TaskStatus.IN_PROGRESS, "2"),
                            new TaskTold(task(2), plan, TaskStatus.SELECTED, "1"),
                            new TaskTold(task(1), plan, TaskStatus.ON_HOLD, "4"));
            assertThat(one("SELECT status || ' ' || sequence FROM known_task WHERE code = '" + task(1) + "'"))
                    .isEqualTo("ON_HOLD 4");
        });
    }

    @Test
    void keepsWhatIsReadOfATaskAsItIsTold() {
        ObjectNode data = Stories.task(plan, 1, "GOVERNMENT");
        Stories.addPartner(data, "DAPA");
        ObjectNode told = data.withObject("/task").put("startsOn", "2024-07-01").putNull("endsOn");
        told.putArray("milestones").addObject().put("id", "PILOT");

        rolledBack(() -> {
            projection.apply(List.of(event("task.changed", task(1), 1, data)));

            assertThat(one("""
                    SELECT concat_ws(' ', plan, title ->> 'en', visibility, status, starts_on, ends_on,
                        milestones -> 0 ->> 'id', indicators, jsonb_array_length(reporting), cardinality(participants))
                    FROM known_task WHERE code = '%s'""".formatted(task(1))))
                    .isEqualTo(plan + " Task " + task(1) + " GOVERNMENT SELECTED 2024-07-01 PILOT [] 2 2");
        });
    }

    @Test
    void keepsTheNewestNamesAndReportingOfAnAgencyAndTheTitleOfAPlan() {
        ObjectNode older = Stories.agency("ZQ", "옛 이름");
        ObjectNode newer = Stories.agency("ZQ", "새 이름");
        newer.withObject("/agency").put("parent", "KCS").put("reports", false);
        ObjectNode named = newer.objectNode();
        named.putObject("plan").put("code", plan).putObject("title").put("ko", "계획");

        rolledBack(() -> {
            projection.apply(List.of(
                    event("agency.changed", "ZQ", 2, newer),
                    event("plan.registered", plan, 1, named),
                    event("agency.registered", "ZQ", 1, older)));

            assertThat(one("SELECT concat_ws(' ', names -> 0 -> 'name' ->> 'ko', parent, reports, status)"
                            + " FROM known_agency WHERE code = 'ZQ'"))
                    .isEqualTo("새 이름 KCS f ACTIVE");
            assertThat(one("SELECT title ->> 'ko' FROM known_plan WHERE code = '" + plan + "'"))
                    .isEqualTo("계획");
            assertThat(told()).isEmpty();
        });
    }

    private String task(int no) {
        return "%s-%02d".formatted(plan, no);
    }

    private InboxEvent moved(int no, long sequence, String to) {
        ObjectNode data = Stories.task(plan, no, "PUBLIC");
        data.withObject("/task").put("status", to);
        data.withObject("/transition").put("to", to).put("reason", Long.toString(sequence));
        return event("task.status-changed", task(no), sequence, data);
    }

    private static InboxEvent event(String type, String subject, long sequence, ObjectNode data) {
        String noun = type.substring(0, type.indexOf('.'));
        String owner = noun.equals("agency") ? "agency" : "collaboration";
        return new InboxEvent(
                UUID.randomUUID(),
                "kcs." + owner + ".v1",
                "/kcs/" + owner + "-service",
                noun + "/" + subject,
                1,
                sequence,
                type,
                subject,
                Instant.EPOCH,
                data,
                false);
    }
}
