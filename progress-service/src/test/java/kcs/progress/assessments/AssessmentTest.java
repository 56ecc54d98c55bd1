package kcs.progress.assessments;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import kcs.progress.health.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AssessmentTest extends ProgressTest {
    private Rounds rounds;
    private String task;
    private String cycle;
    private String checkpoint;

    @BeforeEach
    void begin() {
        rounds = rounds();
        task = rounds.task();
        cycle = rounds.cycle("2024Q3", "OPEN", 5);
        checkpoint = rounds.checkpoint(task, cycle, "DAPA");
    }

    private static Response assess(String token, String cycle, String task, String health) {
        return as(token)
                .contentType("application/json")
                .body(Map.of("cycle", cycle, "task", task, "health", health, "reason", "시험 운영이 늦어짐"))
                .post("/api/v1/assessments");
    }

    private Response assess(String health) {
        return assess(Tokens.planner(), cycle, task, health);
    }

    @Test
    void isTheHeadlineOverWhatIsDeclaredAndDerived() {
        rounds.accept(checkpoint, 50, "ON_TRACK");

        Response made = assess("OFF_TRACK");

        assertThat(made.statusCode()).isEqualTo(201);
        as(Tokens.planner()).get(made.header("Location")).then().statusCode(200);
        JsonPath health = anonymous().get("/api/v1/health/{task}", task).jsonPath();
        assertThat(health.getString("headline")).isEqualTo("OFF_TRACK");
        assertThat(health.getString("assessed")).isEqualTo("OFF_TRACK");
        assertThat(health.getString("declared")).isEqualTo("ON_TRACK");
        assertThat(health.getBoolean("disagreement")).isTrue();
    }

    @Test
    void aNewerOneReplacesTheEarlierAndBothStayReadable() {
        String first = assess("OFF_TRACK").header("Location");
        String second = assess("AT_RISK").header("Location");

        assertThat(anonymous().get(first).jsonPath().getBoolean("inForce")).isFalse();
        assertThat(anonymous().get(second).jsonPath().getBoolean("inForce")).isTrue();
        String list = "/api/v1/assessments?count=true&task=" + task;
        assertThat(anonymous().get(list).<Integer>path("total")).isEqualTo(2);
        assertThat(anonymous().get(list + "&cycle=" + cycle + "&inForce=true").<String>path("items[0].health"))
                .isEqualTo("AT_RISK");
        assertThat(anonymous().get("/api/v1/health/{task}", task).<String>path("headline"))
                .isEqualTo("AT_RISK");
    }

    @Test
    void holdsUntilALaterCycleIsClosedWithoutOne() {
        rounds.close(cycle);
        assess("OFF_TRACK");
        String later = rounds.cycle("2024Q4", "OPEN", 5);
        String another = rounds.task();
        rounds.checkpoint(task, later, "DAPA");
        rounds.checkpoint(another, later, "DAPA");
        assess(Tokens.planner(), later, another, "ON_TRACK");
        assertThat(anonymous().get("/api/v1/health/{task}", task).<String>path("assessed"))
                .isEqualTo("OFF_TRACK");
        rounds.close(later);

        assess(Tokens.planner(), cycle, task, "AT_RISK");

        assertThat(anonymous().get("/api/v1/health/{task}", task).<Object>path("assessed"))
                .isNull();
    }

    @Test
    void whoeverSubmittedMayNotAssess() {
        rounds.file(checkpoint, "planner-1");

        assertProblem(assess("ON_TRACK"), 403, "own-submission");
        assertThat(assess(Tokens.planner("planner-2"), cycle, task, "ON_TRACK").statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatIsNotThereOrDoesNotBelongTogether() {
        String planner = Tokens.planner();
        Rounds others = rounds();
        String planned = rounds.cycle("2024Q4", "PLANNED", 50);

        assertError(assess(planner, cycle, "NO-SUCH-01", "ON_TRACK"), "/task", "unknown-task");
        assertError(assess(planner, "NO-SUCH-2024Q3", task, "ON_TRACK"), "/cycle", "unknown-cycle");
        assertError(assess(planner, cycle, others.task(), "ON_TRACK"), "/cycle", "cycle-of-another-plan");
        assertError(assess(planner, planned, task, "ON_TRACK"), "/cycle", "cycle-not-begun");
        assertError(assess(planner, cycle, rounds.task(), "ON_TRACK"), "/cycle", "no-checkpoint");
        assertThat(assess(planner, cycle, task, "NOT_REPORTED").statusCode()).isEqualTo(400);
    }

    private static void assertError(Response refused, String pointer, String code) {
        assertProblem(refused, 422, "invalid");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo(code);
    }

    @Test
    void theSameKeyAssessesOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("cycle", cycle, "task", task, "health", "AT_RISK", "reason", "늦어짐");
        for (int i = 0; i < 2; i++) {
            as(Tokens.planner())
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/assessments")
                    .then()
                    .statusCode(201);
        }

        assertThat(anonymous()
                        .get("/api/v1/assessments?count=true&task=" + task)
                        .<Integer>path("total"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"public,401", "DAPA,403", "committee,403", "auditor,403", "admin,403", "nobody,403"})
    void onlyPlannersAssess(String who, int status) {
        assertThat(assess(token(who), cycle, task, "ON_TRACK").statusCode()).isEqualTo(status);
    }

    private static String token(String who) {
        return switch (who) {
            case "public" -> null;
            case "nobody" -> Tokens.nobody();
            case "committee" -> Tokens.committee();
            case "auditor" -> Tokens.auditor();
            case "admin" -> Tokens.admin();
            case "planner" -> Tokens.planner();
            default -> Tokens.reporter(who);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "public,404",
        "nobody,404",
        "DAPA,200",
        "MOFA,404",
        "committee,200",
        "planner,200",
        "auditor,200",
        "admin,404"
    })
    void anAssessmentOfAGovernmentTaskIsReadAsTheTaskIs(String who, int status) {
        rounds.change(task, "visibility = 'GOVERNMENT'");
        String location = assess("ON_TRACK").header("Location");
        // What was said for the government stays so.
        rounds.change(task, "visibility = '" + (status == 404 ? "PUBLIC" : "GOVERNMENT") + "'");

        Response one = as(token(who)).get(location);
        Response list = as(token(who)).get("/api/v1/assessments?count=true&task=" + task);

        assertThat(one.statusCode()).isEqualTo(status);
        assertThat(list.<Integer>path("total")).isEqualTo(status == 200 ? 1 : 0);
        if (status == 200) {
            boolean told = who.equals("planner") || who.equals("auditor");
            assertThat(one.<Object>path("assessedBy")).isEqualTo(told ? "planner-1" : null);
        }
    }

    @Test
    void whatIsNoIdIsNotFound() {
        assertProblem(anonymous().get("/api/v1/assessments/1"), 404, "not-found");
        assertProblem(anonymous().get("/api/v1/assessments/" + UUID.randomUUID()), 404, "not-found");
    }
}
