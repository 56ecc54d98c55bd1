package kcs.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import kcs.progress.stream.EventReader;
import kcs.progress.stream.EventReader.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far tasks and cycles have come, on the dashboard and on its stream. */
@QuarkusTest
class AdvanceTest extends RoundTest {
    private String plan;
    private String task;

    @BeforeEach
    void aTaskOfTwoAgenciesOfWhichOneHasCome40PercentFar() {
        plan = knownPlan();
        task = taskInProgress(plan, 1, "DAPA");
        openCycle(plan);
        awaitTold(plan);
        accepted("DAPA", 40);
        eventually(null, board -> Integer.valueOf(40).equals(health(board).get("percentComplete")));
    }

    private void accepted(String agency, int percent) {
        String checkpoint = checkpoint(task, agency);
        file(checkpoint, progress(percent)).statusCode(201);
        accept(checkpoint).statusCode(201);
    }

    private Map<String, Object> health(JsonPath board) {
        return health(board, task);
    }

    private static Map<String, Object> health(JsonPath board, String which) {
        Map<String, Object> health = board.getMap("tasks.find { it.code == '" + which + "' }?.health");
        return health == null ? Map.of() : health;
    }

    @Test
    void anAcceptedPercentageAloneIsShownAtOnceAndIsNoLineOfTheFeed() {
        String path = "/api/v1/health/" + task;
        String tag = tag(Tokens.planner(), path);
        try (EventReader reader = EventReader.open(null, null)) {
            reader.next();

            accepted("KCS", 80);

            Message told = reader.next(message -> task.equals(message.code())
                    && message.data().at("/task/health/percentComplete").intValue() == 60);
            JsonNode health = told.data().at("/task/health");
            assertThat(told.data().at("/change/type").asText()).isNotEqualTo("task.health-changed");
            assertThat(health.path("declared").textValue()).isEqualTo("ON_TRACK");
        }
        JsonPath shown = eventually(
                null, board -> Integer.valueOf(60).equals(health(board).get("percentComplete")));
        assertThat(health(shown)).containsEntry("headline", "ON_TRACK");
        assertThat(changesOf(shown, task)).extracting(line -> line.get("type")).doesNotContain("task.health-changed");
        assertThat(tag(Tokens.planner(), path)).isNotEqualTo(tag);
        assertThat(cycle(shown, plan + "-2024Q3")).containsEntry("percentComplete", 60);
    }

    @Test
    void theFirstAndTheLastDayOfATaskAreShownWhereTheyAreStated() {
        ObjectNode dated = Stories.task(plan, 2, "PUBLIC");
        dated.withObject("/task").put("startsOn", "2024-07-01").put("endsOn", "2026-12-31");
        String stated = stories.registered(dated);

        JsonPath shown = eventually(null, board -> task(board, stated) != null);

        assertThat(task(shown, stated)).containsEntry("startsOn", "2024-07-01").containsEntry("endsOn", "2026-12-31");
        assertThat(task(shown, task)).containsEntry("startsOn", null).containsEntry("endsOn", null);
    }

    @Test
    void theHeadlineBeforeThePresentOneIsShownToWhomCouldSeeItThen() {
        String hidden = taskInProgress(Stories.task(plan, 3, "GOVERNMENT"), "DAPA");
        assess(hidden, "AT_RISK");
        stories.show(hidden, "PUBLIC");

        for (String token : Arrays.asList(null, Tokens.reporter("MOTIE"))) {
            assertThat(healthAt(token, hidden, "AT_RISK")).containsEntry("previous", null);
        }
        for (String token : List.of(Tokens.planner(), Tokens.reporter("DAPA"))) {
            assertThat(healthAt(token, hidden, "AT_RISK")).containsEntry("previous", "ON_TRACK");
        }
        assess(hidden, "OFF_TRACK");
        assertThat(healthAt(null, hidden, "OFF_TRACK")).containsEntry("previous", "AT_RISK");
    }

    private void assess(String which, String health) {
        writing(Tokens.planner())
                .body(Map.of("cycle", plan + "-2024Q3", "task", which, "health", health, "reason", "시험 운영이 늦어짐"))
                .post("/api/v1/assessments")
                .then()
                .statusCode(201);
    }

    private Map<String, Object> healthAt(String token, String which, String headline) {
        return health(
                eventually(token, board -> headline.equals(health(board, which).get("headline"))), which);
    }
}
