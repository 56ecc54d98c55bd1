package kcs.progress.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.OpenApiContract;
import kcs.chassis.testing.Tokens;
import kcs.progress.Owners.Told;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationTest extends ProgressTest {
    private static final String RECONCILIATION = "/api/v1/dashboard/reconciliation";

    @Test
    void findsNothingWhereTheDashboardEqualsItsSources() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        stories.hiddenTask(plan, 2, "DAPA");
        stories.move(task, "IN_PROGRESS");
        owners.tell("agency.registered", kcs.progress.Stories.agency("EQUAL", "같은 기관"));
        awaitTask(null, task, "IN_PROGRESS");

        Response answer = as(Tokens.auditor()).get(RECONCILIATION);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("compared")).isGreaterThan(3);
        assertThat(of(answer, plan)).isEmpty();
        assertThat(of(answer, "EQUAL")).isEmpty();
    }

    @Test
    void namesAFieldThatDiffers() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        awaitTask(null, task, "SELECTED");
        ObjectNode otherwise = stories.newest("task/" + task);
        ObjectNode told = otherwise.deepCopy();
        otherwise
                .withObject("/task")
                .put("status", "COMPLETED")
                .putObject("title")
                .put("ko", "다른 이름");
        owners.plant("task/" + task, otherwise);

        Response answer = as(Tokens.planner()).get(RECONCILIATION);
        owners.plant("task/" + task, told);

        assertThat(of(answer, "task/" + task))
                .extracting(difference -> difference.get("field"))
                .containsExactlyInAnyOrder("title", "status");
        assertThat(of(answer, "task/" + task))
                .filteredOn(difference -> difference.get("field").equals("status"))
                .first()
                .satisfies(difference -> assertThat(difference)
                        .containsEntry("dashboard", "SELECTED")
                        .containsEntry("source", "COMPLETED"));
        assertThat(of(answer, "plan/" + plan))
                .extracting(difference -> difference.get("field"))
                .containsExactlyInAnyOrder("byStatus.SELECTED", "byStatus.COMPLETED");
    }

    @Test
    void namesWhatIsMissingAndWhatIsTooMuch() {
        String plan = stories.plan();
        String extra = stories.task(plan, 1);
        awaitTask(null, extra, "SELECTED");
        List<Told> forgotten = owners.forget("task/" + extra);
        ObjectNode never = kcs.progress.Stories.task(plan, 2, "PUBLIC");
        String missing = owners.keep("task.registered", never).subject();

        Response answer = as(Tokens.planner()).get(RECONCILIATION);
        owners.forget("task/" + missing);
        owners.remember("task/" + extra, forgotten);

        assertThat(of(answer, "task/" + extra))
                .singleElement()
                .satisfies(difference -> assertThat(difference)
                        .containsEntry("field", "code")
                        .containsEntry("dashboard", extra)
                        .containsEntry("source", null));
        assertThat(of(answer, "task/" + missing))
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference).containsEntry("dashboard", null).containsEntry("source", missing));
    }

    @Test
    void namesNoGovernmentTaskToAnAdministrator() {
        String hidden = owners.keep("task.registered", kcs.progress.Stories.task(stories.plan(), 1, "GOVERNMENT"))
                .subject();

        Response admin = as(Tokens.admin()).get(RECONCILIATION);
        Response planner = as(Tokens.planner()).get(RECONCILIATION);
        owners.forget("task/" + hidden);

        assertThat(of(planner, hidden)).isNotEmpty();
        assertThat(of(admin, hidden)).isEmpty();
    }

    @Test
    void namesTheOwnerThatDoesNotAnswer() {
        owners.beAway(true);
        Response answer = as(Tokens.planner()).get(RECONCILIATION);
        owners.beAway(false);

        OpenApiContract.assertProblem(answer, 503, "peer-unavailable");
        assertThat(answer.jsonPath().getString("peer")).endsWith("-service");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    @Test
    void isForPlannersAuditorsAndAdministrators() {
        OpenApiContract.assertProblem(anonymous().get(RECONCILIATION), 401, "unauthenticated");
        for (String token : List.of(Tokens.reporter("DAPA"), Tokens.committee(), Tokens.nobody(), Tokens.service())) {
            OpenApiContract.assertProblem(as(token).get(RECONCILIATION), 403, "forbidden");
        }
    }

    private static List<Map<String, Object>> of(Response answer, String subject) {
        return answer.jsonPath().getList("differences.findAll { it.subject.endsWith('" + subject + "') }");
    }
}
