package kcs.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kcs.chassis.testing.Tokens;
import kcs.progress.Owners;
import kcs.progress.ProgressTest;
import kcs.progress.board.Cursor;
import kcs.progress.stream.EventReader;
import kcs.progress.stream.EventReader.Message;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest extends ProgressTest {

    @Test
    void aDroppedProjectionRebuildsItselfToTheSameDashboardInAnotherLife() throws SQLException {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        stories.hiddenTask(plan, 2, "DAPA");
        stories.move(task, "IN_PROGRESS");
        // Its health follows from that, and comes by an event of its own.
        eventually(
                Tokens.planner(),
                board -> shows(board, task, "IN_PROGRESS") && task(board, task).get("health") != null);
        String before = dashboard(Tokens.planner()).getString("cursor");
        JsonNode shown = comparable();
        try (EventReader reader = EventReader.open(Tokens.planner(), null)) {
            assertThat(reader.next().event()).isEqualTo("hello");

            dropTheProjection();

            Message reset = reader.next(message -> message.event().equals("reset"));
            assertThat(generation(reset.id())).isNotEqualTo(generation(before));
            await("the same dashboard")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(comparable()).isEqualTo(shown));
            // Its health may be read before it is: then a line that only moves the plan's counts comes first.
            assertThat(reader.next(message ->
                                    message.isChangeOf(task) && message.data().hasNonNull("task"))
                            .data()
                            .at("/task/plan")
                            .textValue())
                    .isEqualTo(plan);
        }
        try (EventReader reader = EventReader.open(null, before)) {
            assertThat(reader.next().event()).isEqualTo("reset");
        }
    }

    /** The dashboard without what names its life. */
    private static JsonNode comparable() {
        try {
            String text = as(Tokens.planner()).get("/api/v1/dashboard").asString();
            ObjectNode dashboard = (ObjectNode) Owners.JSON.readTree(text);
            dashboard.remove("cursor");
            dashboard.withObject("/freshness").remove("gaps");
            dashboard.path("changes").forEach(change -> ((ObjectNode) change).remove("id"));
            return dashboard;
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long generation(String cursor) {
        return Cursor.parse(cursor).orElseThrow().generation();
    }

    private static void dropTheProjection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement drop = owner.createStatement()) {
            drop.execute("DROP SCHEMA board CASCADE");
        }
    }
}
