package kcs.progress.health;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads the health of which task, by the API, and by the database with the API out of the way. */
@QuarkusTest
class HealthVisibilityTest extends ProgressTest {
    @Inject
    HealthKeeper keeper;

    @Inject
    CurrentCaller current;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private Rounds rounds;

    @BeforeEach
    void begin() {
        rounds = rounds();
    }

    private void refresh(String task) {
        Caller job = Caller.system("test");
        current.as(job, () -> QuarkusTransaction.requiringNew().call(() -> keeper.refresh(List.of(task), job, null)));
    }

    private static RequestSpecification by(String who) {
        return switch (who) {
            case "public" -> anonymous();
            case "committee" -> as(Tokens.committee());
            case "planner" -> as(Tokens.planner());
            case "auditor" -> as(Tokens.auditor());
            case "admin" -> as(Tokens.admin());
            case "nobody" -> as(Tokens.nobody());
            default -> as(Tokens.reporter(who));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "public,404",
        "nobody,404",
        "DAPA,200",
        "MOTIE,200",
        "MOFA,404",
        "committee,200",
        "planner,200",
        "auditor,200",
        "admin,404"
    })
    void healthOfAGovernmentTaskIsReadAsTheTaskIs(String who, int status) {
        String task = rounds.task("GOVERNMENT");
        refresh(task);
        String path = "/api/v1/health/" + task;

        by(who).get(path).then().statusCode(status);
        by(who).get(path + "/history").then().statusCode(status);
        by(who).queryParam("asOf", "2999-01-01T00:00:00Z").get(path).then().statusCode(status == 200 ? 422 : 404);
        for (String filter : List.of("", "&headline=ON_TRACK", "&disagreement=false", "&derived=ON_TRACK")) {
            JsonPath page = by(who).get("/api/v1/health?count=true&plan=" + rounds.plan + filter)
                    .jsonPath();
            assertThat(page.getInt("total")).isEqualTo(status == 200 ? 1 : 0);
            assertThat(page.getList("items")).hasSize(status == 200 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "nobody", "DAPA", "MOFA", "committee", "planner", "auditor", "admin"})
    void healthOfAPublicTaskIsEverybodys(String who) {
        String task = rounds.task();
        refresh(task);

        JsonPath health = by(who).get("/api/v1/health/" + task)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(health.getString("headline")).isEqualTo("ON_TRACK");
        assertThat(health.getString("reasons[0].text.en")).isEqualTo("nothing is due yet");
        assertThat(health.getString("rule.text.en")).contains("more than 30 days late");
        assertThat(health.getInt("rule.thresholds.atRiskBehindPoints")).isEqualTo(10);
        Object actor = by(who).get("/api/v1/health/{task}/history", task).path("items[0].actor");
        assertThat(actor).isEqualTo(who.equals("planner") || who.equals("auditor") ? "system:test" : null);
    }

    @Test
    void whatWasSaidForGovernmentStaysSoWhenTheTaskBecomesPublic() {
        String task = rounds.task("GOVERNMENT");
        refresh(task);
        rounds.change(task, "visibility = 'PUBLIC'");
        Instant now = clock.instant();

        by("public").get("/api/v1/health/{task}", task).then().statusCode(200);
        assertThat(by("public").get("/api/v1/health/{task}/history", task).<List<?>>path("items"))
                .isEmpty();
        assertProblem(asOf("public", task, now), 404, "no-health");
        assertThat(asOf("DAPA", task, now).statusCode()).isEqualTo(200);

        rounds.change(task, "status = 'COMPLETED'");
        refresh(task);

        assertThat(by("public").get("/api/v1/health/{task}/history", task).<List<?>>path("items"))
                .hasSize(1);
        assertProblem(asOf("public", task, now), 404, "no-health-then");
    }

    @Test
    void theHeadlineOfWhenATaskWasHiddenStaysHiddenFromThePublic() {
        String task = rounds.task("GOVERNMENT");
        refresh(task);
        rounds.change(task, "status = 'COMPLETED'");
        refresh(task);
        rounds.change(task, "visibility = 'PUBLIC'");

        assertThat(previous("public", task)).containsExactly(null, null);
        assertThat(previous("MOFA", task)).containsExactly(null, null);
        for (String who : List.of("DAPA", "planner", "committee", "auditor")) {
            assertThat(previous(who, task)).containsExactly("ON_TRACK", "ON_TRACK");
        }

        rounds.change(task, "status = 'IN_PROGRESS'");
        refresh(task);
        assertThat(previous("public", task)).containsExactly("COMPLETED", "COMPLETED");
        assertThat(asOf("public", task, clock.instant()).<String>path("previous"))
                .isEqualTo("COMPLETED");
    }

    private List<String> previous(String who, String task) {
        String one = by(who).get("/api/v1/health/{task}", task).path("previous");
        String listed = by(who).get("/api/v1/health?task={task}", task).path("items[0].previous");
        return Arrays.asList(one, listed);
    }

    @Test
    void anAnswerForAPastInstantStaysWhatItWas() {
        String task = rounds.task();
        Instant before = clock.instant();
        refresh(task);
        Instant first = clock.instant();
        String answered =
                asOf("public", task, first).then().statusCode(200).extract().asString();

        rounds.change(task, "status = 'COMPLETED', title = '{\"ko\": \"새 이름\"}'");
        refresh(task);

        assertThat(asOf("public", task, first).asString()).isEqualTo(answered);
        assertThat(asOf("public", task, clock.instant()).<String>path("headline"))
                .isEqualTo("COMPLETED");
        Response tooEarly = asOf("public", task, before);
        assertProblem(tooEarly, 404, "no-health-then");
        assertThat(Instant.parse(tooEarly.path("since"))).isBetween(before, first);
        assertProblem(asOf("public", task, first.plus(Duration.ofDays(1))), 422, "invalid");
    }

    private static Response asOf(String who, String task, Instant instant) {
        return by(who).queryParam("asOf", instant.toString()).get("/api/v1/health/{task}", task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-07-01", "-4800-01-01T00:00:00Z", "2024-07-01T25:00:00Z"})
    void whatIsNoInstantIsRefused(String text) {
        Response refused = anonymous().queryParam("asOf", text).get("/api/v1/health/{task}", rounds.task());

        assertProblem(refused, 400, "unreadable");
    }

    @Test
    void aTaskThatHasNotBegunHasNoHealthAndAnUnknownOneIsNotFound() {
        String task = rounds.task();
        rounds.change(task, "status = 'SELECTED'");
        refresh(task);

        assertProblem(anonymous().get("/api/v1/health/{task}", task), 404, "no-health");
        assertProblem(anonymous().get("/api/v1/health/{task}", "NO-SUCH-01"), 404, "not-found");
        assertProblem(anonymous().get("/api/v1/health/{task}/history", "NO-SUCH-01"), 404, "not-found");
        assertProblem(anonymous().get("/api/v1/health?disagreement=maybe"), 400, "unreadable");
        assertProblem(anonymous().get("/api/v1/health?headline=FINE"), 400, "unreadable");
    }

    @Test
    void listsByDisagreementAndSortsBySince() {
        String quiet = rounds.task();
        String disputed = rounds.task();
        String cycle = rounds.cycle("2024Q3", "OPEN", 5);
        refresh(quiet);
        rounds.accept(rounds.checkpoint(disputed, cycle, "KCS"), 20, "OFF_TRACK");
        refresh(disputed);

        JsonPath differing = anonymous()
                .get("/api/v1/health?disagreement=true&plan=" + rounds.plan)
                .jsonPath();
        JsonPath newest = anonymous()
                .get("/api/v1/health?sort=-since&limit=1&plan=" + rounds.plan)
                .jsonPath();
        JsonPath next = anonymous()
                .queryParam("cursor", newest.getString("nextCursor"))
                .get("/api/v1/health?sort=-since&limit=1&plan=" + rounds.plan)
                .jsonPath();

        assertThat(differing.getList("items.task")).containsExactly(disputed);
        assertThat(newest.getList("items.task")).containsExactly(disputed);
        assertThat(next.getList("items.task")).containsExactly(quiet);
    }

    @Test
    void whoHasItAlreadyIsTold() {
        String task = rounds.task();
        refresh(task);
        String tag = anonymous().get("/api/v1/health/{task}", task).header("ETag");

        anonymous()
                .header("If-None-Match", tag)
                .get("/api/v1/health/{task}", task)
                .then()
                .statusCode(304);
    }

    @Test
    void theDatabaseHidesItFromTheServiceItselfWhenNobodySaysWhoAsks() throws SQLException {
        String task = rounds.task("GOVERNMENT");
        refresh(task);

        for (String table : List.of("health", "health_history")) {
            assertThat(seen("", "", table, task)).isFalse();
            assertThat(seen("reporter", "", table, task)).isFalse();
            assertThat(seen("reporter", "MOFA", table, task)).isFalse();
            assertThat(seen("admin", "DAPA", table, task)).isFalse();
            assertThat(seen("reporter", "DAPA", table, task)).isTrue();
            assertThat(seen("planner", "", table, task)).isTrue();
        }
    }

    private boolean seen(String roles, String agency, String table, String task) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('kcs.roles', '" + roles + "', true), set_config('kcs.agency', '"
                    + agency + "', true)");
            try (ResultSet row = statement.executeQuery("SELECT FROM " + table + " WHERE task = '" + task + "'")) {
                return row.next();
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void theServiceCannotRewriteWhatWasSaid() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "UPDATE health_history SET reason = 'x'",
                    "DELETE FROM health_history",
                    "DELETE FROM health",
                    "UPDATE health_rule SET text = '{}'",
                    "UPDATE assessment SET reason = 'x'",
                    "DELETE FROM assessment")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "headline = ANY ('{ON_TRACK}'),health_headline",
        "declared = ANY ('{ON_TRACK}'),health_declared",
        "assessed = ANY ('{ON_TRACK}'),health_assessed",
        "derived = ANY ('{ON_TRACK}'),health_derived",
        "disagreement = ANY ('{true}'::text[]::boolean[]),health_disagreement"
    })
    void everyFilterHasItsIndex(String condition, String index) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = on");
            StringBuilder plan = new StringBuilder();
            try (ResultSet row = statement.executeQuery("EXPLAIN SELECT task FROM health WHERE " + condition)) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            } finally {
                connection.rollback();
            }
            assertThat(plan.toString()).contains(index);
        }
    }
}
