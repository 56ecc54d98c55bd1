package kcs.collaboration.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kcs.chassis.testing.Tokens;
import kcs.collaboration.CollaborationTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskLifecycleTest extends CollaborationTest {
    @Inject
    DataSource database;

    @Test
    void aPlannerMovesATaskAndTheHistoryKeepsTheReason() {
        String code = registered();

        planner()
                .header("If-Match", tagOf(code))
                .body(Map.of("to", "SELECTED", "reason", "자문위원회 의결"))
                .post("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(201)
                .body("status", equalTo("SELECTED"))
                .body("allowedTransitions", contains("IN_PROGRESS", "DISCONTINUED"));

        as(Tokens.auditor())
                .get("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(200)
                .body("items.from", contains(null, "PROPOSED"))
                .body("items.to", contains("PROPOSED", "SELECTED"))
                .body("items[1].reason", equalTo("자문위원회 의결"))
                .body("items[1].actor", equalTo("planner-1"));
        anonymous()
                .get("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(200)
                .body("items[1].actor", nullValue());
    }

    @Test
    void whatAMoveIsAnsweredWithIsWhatIsReadAfterwards() {
        String code = registered();

        Map<String, Object> answered = planner()
                .header("If-Match", tagOf(code))
                .body(Map.of("to", "SELECTED", "reason", "자문위원회 의결"))
                .post("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat(as(Tokens.planner())
                        .get("/api/v1/tasks/{code}", code)
                        .jsonPath()
                        .<String, Object>getMap("$"))
                .isEqualTo(answered);
    }

    @Test
    void theEventIsWrittenWithTheMove() throws SQLException {
        String code = registered();
        move(code, "REJECTED");

        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT type, sequence, convert_from(data, 'UTF8') AS data FROM outbox"
                                + " WHERE aggregate = 'task/" + code + "' ORDER BY sequence")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("type")).isEqualTo("task.registered");
            assertThat(row.next()).isTrue();
            assertThat(row.getString("type")).isEqualTo("task.status-changed");
            assertThat(row.getLong("sequence")).isEqualTo(2);
            assertThat(row.getString("data")).contains("\"from\":\"PROPOSED\"", "\"to\":\"REJECTED\"");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void anIllegalMoveSaysWhichAreLegal() {
        String code = registered();

        planner()
                .header("If-Match", tagOf(code))
                .header("Accept-Language", "en")
                .body(Map.of("to", "COMPLETED", "reason", "x"))
                .post("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body(
                        "detail",
                        equalTo(
                                "A task cannot move from PROPOSED to COMPLETED. Look at the task again and choose one of"
                                        + " the moves that are possible now."))
                .body("allowed", contains("SELECTED", "REJECTED"));
    }

    @Test
    void ofTwoThatMoveOneTaskAtOnceOneLearnsThatItCameLate() throws Exception {
        String code = registered();
        String tag = tagOf(code);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 2)
                    .mapToObj(i -> both.submit(() -> planner()
                            .header("If-Match", tag)
                            .body(Map.of("to", i == 0 ? "SELECTED" : "REJECTED", "reason", "경합"))
                            .post("/api/v1/tasks/{code}/status-transitions", code)
                            .statusCode()))
                    .toList();

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 412);
        } finally {
            both.shutdownNow();
        }
        assertThat(read(code).<Integer>path("version")).isEqualTo(1);
    }

    @Test
    void theSameKeyMovesOnceAndAnswersTheSame() {
        String code = registered();
        String key = UUID.randomUUID().toString();
        String tag = tagOf(code);
        Map<String, String> body = Map.of("to", "SELECTED", "reason", "한 번만");

        String first = once(code, key, tag, body, 201);
        String again = once(code, key, tag, body, 201);
        once(code, key, tag, Map.of("to", "REJECTED", "reason", "다른 요청"), 422);

        assertThat(again).isEqualTo(first);
        assertThat(read(code).<Integer>path("version")).isEqualTo(1);
    }

    private static String once(String code, String key, String tag, Map<String, String> body, int status) {
        return planner()
                .header("If-Match", tag)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    @Test
    void onlyAPlannerMoves() {
        String code = registered();
        Map<String, String> body = Map.of("to", "SELECTED", "reason", "x");
        String path = "/api/v1/tasks/" + code + "/status-transitions";

        anonymous().contentType("application/json").body(body).post(path).then().statusCode(401);
        for (String token : List.of(
                Tokens.reporter("KCS"), Tokens.committee(), Tokens.auditor(), Tokens.admin(), Tokens.nobody())) {
            as(token)
                    .contentType("application/json")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        as(Tokens.committee())
                .get("/api/v1/tasks/" + code)
                .then()
                .statusCode(200)
                .body("allowedTransitions", empty());
    }

    @Test
    void whatStandsBeforeIsCheckedFirst() {
        String path = "/api/v1/tasks/{code}/status-transitions";
        String code = registered();
        String stale = "\"99\"";

        planner().body("{").post(path, "KCS-2024-99").then().statusCode(404);
        planner().contentType("text/plain").body("{}").post(path, code).then().statusCode(415);
        planner()
                .body("{\"to\":\"SELECTED\",\"to\":\"REJECTED\"}")
                .post(path, code)
                .then()
                .statusCode(400);
        planner()
                .body(Map.of("to", "COMPLETED", "reason", "x"))
                .post(path, code)
                .then()
                .statusCode(428);
        planner()
                .header("If-Match", stale)
                .body(Map.of("to", "COMPLETED", "reason", "x"))
                .post(path, code)
                .then()
                .statusCode(412);
        planner()
                .header("If-Match", tagOf(code))
                .body(Map.of("to", "SELECTED"))
                .post(path, code)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        assertThat(read(code).<Integer>path("version")).isZero();
    }

    @Test
    void aMachineMustSendAKey() {
        String code = registered();

        as(Tokens.planningMachine())
                .contentType("application/json")
                .header("If-Match", tagOf(code))
                .body(Map.of("to", "SELECTED", "reason", "x"))
                .post("/api/v1/tasks/{code}/status-transitions", code)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-required"));
    }
}
