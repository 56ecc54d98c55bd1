package kcs.collaboration.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kcs.chassis.testing.Tokens;
import kcs.collaboration.CollaborationTest;
import kcs.collaboration.OwnerSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees a government-only task: by the API, and by the database with the API out of the way. */
@QuarkusTest
class TaskVisibilityTest extends CollaborationTest {
    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({"public,404", "DAPA,200", "MOFA,404", "committee,200", "planner,200", "auditor,200", "admin,404"})
    void aGovernmentOnlyTaskIsSeenByTheTable(String who, int status) {
        String code = register(Map.of("visibilityReason", "수사 중", "visibility", "GOVERNMENT"));

        String path = "/api/v1/tasks/" + code;
        by(who).get(path).then().statusCode(status);
        by(who).get(path + "/history").then().statusCode(status);
        by(who).get(path + "/status-transitions").then().statusCode(status);
        int total = by(who).get("/api/v1/tasks?count=true&q=" + code).path("total");
        assertThat(total).isEqualTo(status == 200 ? 1 : 0);
    }

    private static RequestSpecification by(String who) {
        return switch (who) {
            case "public" -> anonymous();
            case "committee" -> as(Tokens.committee());
            case "planner" -> as(Tokens.planner());
            case "auditor" -> as(Tokens.auditor());
            case "admin" -> as(Tokens.admin());
            default -> as(Tokens.reporter(who));
        };
    }

    @ParameterizedTest
    @CsvSource({"public,0", "DAPA,2", "MOFA,0", "committee,2", "planner,2", "auditor,2", "admin,0"})
    void whatWasSaidForGovernmentStaysSoWhenTheTaskBecomesPublic(String who, int lines) {
        String code = register(Map.of("visibilityReason", "수사 중", "visibility", "GOVERNMENT"));
        as(Tokens.planner())
                .contentType("application/merge-patch+json")
                .header("If-Match", tagOf(code))
                .body("{\"visibility\":\"PUBLIC\",\"visibilityReason\":null}")
                .patch("/api/v1/tasks/{code}", code)
                .then()
                .statusCode(200);

        List<?> seen = by(who).get("/api/v1/tasks/{code}/history", code).path("items");

        assertThat(seen).hasSize(lines);
    }

    @Test
    void whatWasShownToOneIsNotShownToAnotherNorLaterThanItIsTrue() {
        String code = register(Map.of("visibility", "PUBLIC"));
        for (int i = 0; i < 2; i++) {
            assertThat(shown("planner", code).getList("allowedTransitions")).isNotEmpty();
            assertThat(shown("public", code).getList("allowedTransitions")).isEmpty();
        }
        // A database that was restored counts a version a second time, of something else.
        OwnerSql.run("UPDATE task SET content = jsonb_set(content, '{title,ko}', '\"다른 과제\"'), changed_at = now()"
                + " WHERE code = '" + code + "'");

        assertThat(shown("public", code).getString("title.ko")).isEqualTo("다른 과제");

        OwnerSql.run("UPDATE task SET visibility = 'GOVERNMENT' WHERE code = '" + code + "'");
        by("public").get("/api/v1/tasks/{code}", code).then().statusCode(404);
    }

    private static JsonPath shown(String who, String code) {
        return by(who).get("/api/v1/tasks/{code}", code).jsonPath();
    }

    @Test
    void theDatabaseHidesItFromTheServiceItselfWhenNobodySaysWhoAsks() throws SQLException {
        String code = register(Map.of());

        assertThat(seen("", "", code)).isFalse();
        assertThat(seen("reporter", "", code)).isFalse();
        assertThat(seen("reporter", "MOFA", code)).isFalse();
        assertThat(seen("admin", "DAPA", code)).isFalse();
        assertThat(seen("reporter", "DAPA", code)).isTrue();
        assertThat(seen("planner", "", code)).isTrue();
    }

    private boolean seen(String roles, String agency, String code) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('kcs.roles', '" + roles + "', true), set_config('kcs.agency', '"
                    + agency + "', true)");
            try (ResultSet row = statement.executeQuery("SELECT FROM task WHERE code = '" + code + "'")) {
                return row.next();
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void theServiceCannotRewriteHistory() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE task_revision SET reason = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("DELETE FROM task_revision"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("DELETE FROM task")).hasMessageContaining("permission denied");
        }
    }
}
