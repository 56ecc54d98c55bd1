package kcs.progress.reconciliation;

import static kcs.progress.RoundStories.PAST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard's cycles, checkpoints and health against what this service told. */
@QuarkusTest
class RoundReconciliationTest extends ProgressTest {
    private static final String RECONCILIATION = "/api/v1/dashboard/reconciliation";

    private String plan;
    private String task;
    private String cycle;
    private String checkpoint;

    @BeforeEach
    void aTaskThatGoesWell() {
        plan = stories.plan();
        task = stories.task(plan, 1);
        cycle = round.overdueCycle(plan);
        checkpoint = round.checkpoint(cycle, task, "DAPA");
        round.submit(checkpoint, PAST.plusDays(2));
        round.checkpoint(cycle, task, "KCS");
        round.health(task, null, "ON_TRACK");
        eventually(
                null,
                board -> task(board, task) != null
                        && task(board, task).get("health") != null
                        && Integer.valueOf(2).equals(owed(task(board, task)).get("expected")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> owed(Map<String, Object> shown) {
        Object owed = shown.get("checkpoints");
        return owed == null ? Map.of() : (Map<String, Object>) owed;
    }

    @Test
    void findsNothingWhereTheDashboardEqualsWhatWasTold() {
        Response answer = as(Tokens.auditor()).get(RECONCILIATION);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(about(answer)).isEmpty();
    }

    @Test
    void namesWhatDiffersOfACycle() {
        ObjectNode told = round.newest("cycle/" + cycle);
        ObjectNode otherwise = told.deepCopy();
        otherwise.withObject("/cycle").put("status", "CLOSED").put("dueOn", "2024-10-16");
        otherwise.withObject("/cycle").withObject("/dueDerivation").put("calendarVersion", "2030.1");

        Response answer = whileTold("cycle/" + cycle, otherwise, told);

        assertThat(fields(answer, "cycle/" + cycle))
                .containsExactlyInAnyOrder("status", "dueOn", "dueDerivation", "progress.overdue", "progress.missed");
        assertThat(fields(answer, "plan/" + plan)).containsExactly("nextDue");
        assertThat(fields(answer, "task/" + task)).containsExactly("checkpoints");
    }

    @Test
    void namesWhatDiffersOfACheckpointAndTheFiguresThatDo() {
        ObjectNode told = round.newest("checkpoint/" + checkpoint);
        ObjectNode otherwise = told.deepCopy();
        otherwise.withObject("/checkpoint").put("status", "ACCEPTED").put("firstSubmittedOn", "2024-10-15");

        Response answer = whileTold("checkpoint/" + checkpoint, otherwise, told);

        assertThat(fields(answer, "checkpoint/" + checkpoint)).containsExactly("status", "firstSubmittedOn");
        assertThat(fields(answer, "cycle/" + cycle))
                .containsExactly("progress.accepted", "progress.late", "progress.onTime");
        assertThat(fields(answer, "plan/" + plan))
                .containsExactly(
                        "onTime.DAPA.with.late",
                        "onTime.DAPA.with.onTime",
                        "onTime.DAPA.with.rate",
                        "onTime.DAPA.withoutExtensions.late",
                        "onTime.DAPA.withoutExtensions.onTime",
                        "onTime.DAPA.withoutExtensions.rate");
    }

    @Test
    void namesWhatDiffersOfTheHealthOfATask() {
        ObjectNode told = round.newest("task/" + task);
        ObjectNode otherwise = told.deepCopy();
        otherwise.withObject("/health").put("headline", "OFF_TRACK").put("assessed", "OFF_TRACK");
        otherwise.withObject("/health").put("disagreement", true);

        Response answer = whileTold("task/" + task, otherwise, told);

        assertThat(fields(answer, "health/" + task)).containsExactly("headline", "assessed", "disagreement");
        assertThat(fields(answer, "plan/" + plan)).containsExactly("byHealth.ON_TRACK", "byHealth.OFF_TRACK");
    }

    @Test
    void namesWhatOneSideDoesNotHave() {
        ObjectNode told = round.newest("checkpoint/" + checkpoint);
        owners.own().forget("checkpoint/" + checkpoint);
        owners.own().forget("task/" + task);
        String missing = owners.keepOwn("cycle.status-changed", plan + "-2025Q3", plan + "-2025Q3", another(cycle))
                .subject();

        Response answer = as(Tokens.planner()).get(RECONCILIATION);
        owners.own().forget("cycle/" + missing);
        String taskOfIt = told.at("/checkpoint/task").textValue();
        owners.keepOwn("checkpoint.status-changed", taskOfIt, checkpoint, told);

        assertThat(fields(answer, "checkpoint/" + checkpoint)).containsExactly("code");
        assertThat(fields(answer, "health/" + task)).containsExactly("code");
        assertThat(of(answer, "cycle/" + missing))
                .singleElement()
                .satisfies(difference -> assertThat(difference)
                        .containsEntry("field", "code")
                        .containsEntry("dashboard", null)
                        .containsEntry("source", missing));
    }

    private ObjectNode another(String like) {
        ObjectNode data = round.newest("cycle/" + like);
        data.withObject("/cycle").put("id", plan + "-2025Q3").put("period", "2025Q3");
        return data;
    }

    @Test
    void namesNothingOfAGovernmentTaskToAnAdministrator() {
        String hidden = stories.hiddenTask(plan, 2, "DAPA");
        awaitTask(Tokens.planner(), hidden, "SELECTED");
        ObjectNode data = round.newest("checkpoint/" + checkpoint);
        String id = hidden + ".2024Q3.DAPA";
        data.withObject("/checkpoint").put("id", id).put("task", hidden).put("visibility", "GOVERNMENT");
        owners.keepOwn("checkpoint.status-changed", hidden, id, data);

        Response admin = as(Tokens.admin()).get(RECONCILIATION);
        Response planner = as(Tokens.planner()).get(RECONCILIATION);
        owners.own().forget("checkpoint/" + id);

        assertThat(fields(planner, "checkpoint/" + id)).containsExactly("code");
        assertThat(of(admin, "checkpoint/" + id)).isEmpty();
        assertThat(fields(admin, "cycle/" + cycle)).isEmpty();
    }

    /** What is found while the outbox says otherwise of the newest event. */
    private Response whileTold(String aggregate, ObjectNode otherwise, ObjectNode told) {
        owners.own().plant(aggregate, otherwise);
        Response answer = as(Tokens.planner()).get(RECONCILIATION);
        owners.own().plant(aggregate, told);
        return answer;
    }

    private List<Map<String, Object>> about(Response answer) {
        return answer.jsonPath().getList("differences.findAll { it.subject.contains('" + plan + "') }");
    }

    private static List<Map<String, Object>> of(Response answer, String subject) {
        return answer.jsonPath().getList("differences.findAll { it.subject == '" + subject + "' }");
    }

    private static List<String> fields(Response answer, String subject) {
        return of(answer, subject).stream()
                .map(difference -> (String) difference.get("field"))
                .toList();
    }
}
