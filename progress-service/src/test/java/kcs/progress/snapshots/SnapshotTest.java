package kcs.progress.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.sql.Sql;
import kcs.chassis.testing.Tokens;
import kcs.local.SnapshotChain;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import kcs.progress.pdf.TakenDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frozen reports: they stay what they were, and the service can prove it. */
@QuarkusTest
class SnapshotTest extends RoundTest {
    private String plan;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller current;

    @BeforeEach
    void playARound() {
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        plan = knownPlan();
        taskInProgress(Stories.task(plan, 1, "PUBLIC"), "DAPA");
        ObjectNode hidden = Stories.task(plan, 2, "GOVERNMENT");
        hidden.withObject("/task/title").put("ko", "비밀스러운 과제");
        taskInProgress(hidden, "DAPA");
        openCycle(plan);
        awaitTold(plan);
    }

    @AfterEach
    void tellAheadAgain() {
        owners.tellAhead();
    }

    private JsonPath take() {
        return writing(Tokens.planner())
                .body(Map.of("plan", plan, "period", "2024Q3", "meeting", "KCS-2024-M7"))
                .post("/api/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void publish(String id) {
        writing(Tokens.planner())
                .header("If-Match", "\"0\"")
                .body(Map.of("to", "PUBLISHED", "reason", "위원회 보고를 마침"))
                .post("/api/v1/snapshots/" + id + "/status-transitions")
                .then()
                .statusCode(201)
                .body("status", equalTo("PUBLISHED"), "version", equalTo(1));
    }

    private static JsonPath verification(String id) {
        return as(Tokens.committee())
                .get("/api/v1/snapshots/" + id + "/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] report(String token, String id, String query) {
        return (token == null ? anonymous() : as(token))
                .get("/api/v1/snapshots/" + id + "/report" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void isFrozenInEveryFormatAndVerified() {
        JsonPath snapshot = take();
        String id = snapshot.getString("id");

        assertThat(snapshot.getList("files")).hasSize(18);
        assertThat(verification(id).getBoolean("verified")).isTrue();
        assertThat(verification(id).getInt("filesChecked")).isEqualTo(18);
        for (Map<String, Object> file : snapshot.<Map<String, Object>>getList("files")) {
            byte[] bytes = as(Tokens.auditor()).get((String) file.get("href")).asByteArray();
            assertThat(Canonical.sha256(bytes)).as("%s", file).isEqualTo(file.get("sha256"));
        }
    }

    @Test
    void staysWhatItWasWhenTheTasksGoOn() {
        String id = take().getString("id");
        byte[] before = report(Tokens.committee(), id, "?format=json");
        stories.move(plan + "-01", "ON_HOLD");

        assertThat(report(Tokens.committee(), id, "?format=json")).isEqualTo(before);
        assertThat(Canonical.json(before)).isEqualTo(before);
    }

    @Test
    void isPublicOncePublishedAsFarAsItsTasksAre() {
        String id = take().getString("id");
        anonymous().get("/api/v1/snapshots/" + id).then().statusCode(404);
        anonymous().get("/api/v1/snapshots?plan=" + plan).then().statusCode(200).body("items.id", not(hasItem(id)));

        publish(id);

        anonymous().get("/api/v1/snapshots/" + id).then().statusCode(200);
        anonymous().get("/api/v1/snapshots?plan=" + plan).then().statusCode(200).body("items.id", hasItem(id));
        String shown = new String(report(null, id, "?format=json"), StandardCharsets.UTF_8);
        assertThat(shown).contains(plan + "-01").doesNotContain("비밀스러운", plan + "-02");
        assertThat(new String(report(null, id, "?format=csv"), StandardCharsets.UTF_8))
                .doesNotContain("비밀스러운");
        assertThat(new String(report(Tokens.committee(), id, "?format=json"), StandardCharsets.UTF_8))
                .contains("비밀스러운");
        anonymous()
                .get("/api/v1/snapshots/" + id + "/report?edition=GOVERNMENT&format=json")
                .then()
                .statusCode(404);
        as(Tokens.reporter("DAPA"))
                .get("/api/v1/snapshots/" + id + "/report?edition=GOVERNMENT&format=json")
                .then()
                .statusCode(404);
        anonymous()
                .get("/api/v1/snapshots/" + id + "/verification")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true), "filesChecked", equalTo(18));
        awaitSql("SELECT count(*) FROM told WHERE type = 'snapshot.published' AND code = '" + id + "'", 1);
    }

    @Test
    void isPublishedOnce() {
        String id = take().getString("id");
        publish(id);

        writing(Tokens.planner())
                .header("If-Match", "\"1\"")
                .body(Map.of("to", "PUBLISHED", "reason", "또"))
                .post("/api/v1/snapshots/" + id + "/status-transitions")
                .then()
                .statusCode(409)
                .body("allowed", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE snapshot_file SET content = set_byte(content, 100, get_byte(content, 100) # 1)"
                        + " WHERE snapshot = %d AND edition = 'GOVERNMENT' AND format = 'pdf' AND language = 'ko'",
                "DELETE FROM snapshot_file"
                        + " WHERE snapshot = %d AND edition = 'GOVERNMENT' AND format = 'pdf' AND language = 'ko'"
            })
    void whatSomebodyTamperedWithIsFoundAndNamed(String tampering) {
        JsonPath taken = take();
        String id = taken.getString("id");
        OwnerSql.run(tampering.formatted(taken.getLong("no")));

        JsonPath found = verification(id);

        assertThat(found.getBoolean("verified")).isFalse();
        assertThat(found.getList("findings.what")).containsExactly("GOVERNMENT pdf ko");
    }

    @Test
    void theCommandFindsInTheDatabaseWhatWasTamperedWith() throws SQLException {
        JsonPath taken = take();
        String id = taken.getString("id");
        assertThat(chain()).noneMatch(finding -> finding.startsWith(id));

        OwnerSql.run("UPDATE snapshot_file SET content = set_byte(content, 0, 0) WHERE snapshot = "
                + taken.getLong("no") + " AND edition = 'PUBLIC' AND format = 'json'");

        assertThat(chain())
                .filteredOn(finding -> finding.startsWith(id))
                .singleElement()
                .asString()
                .startsWith(id + ": PUBLIC json: expected ");
    }

    private static List<String> chain() throws SQLException {
        try (Connection owner = OwnerSql.connect()) {
            return new SnapshotChain(owner).findings();
        }
    }

    @Test
    void aChangedRowIsFoundAndNamed() {
        JsonPath taken = take();
        OwnerSql.run("UPDATE snapshot SET meeting = 'KCS-2024-M8' WHERE no = " + taken.getLong("no"));

        assertThat(verification(taken.getString("id")).getList("findings.what")).containsExactly("meeting");
    }

    @Test
    void theServiceItselfCannotChangeOrRemoveOne() {
        long no = take().getLong("no");

        for (String statement : List.of(
                "UPDATE snapshot SET meeting = 'x' WHERE no = " + no,
                "UPDATE snapshot_file SET content = '' WHERE snapshot = " + no,
                "DELETE FROM snapshot_file WHERE snapshot = " + no,
                "DELETE FROM snapshot_publication",
                "TRUNCATE snapshot CASCADE")) {
            assertThatThrownBy(() -> current.as(
                            Caller.system("test"),
                            () -> QuarkusTransaction.requiringNew().call(() -> sql.change(statement))))
                    .as(statement)
                    .hasRootCauseMessage("ERROR: permission denied for table "
                            + statement.replaceAll("(?s).*?(snapshot\\w*).*", "$1"));
        }
    }

    @Test
    void twoAtOnceAreTwoLinksOfOneChain() throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(2);
        try {
            List<Future<JsonPath>> taken = IntStream.range(0, 2)
                    .mapToObj(any -> together.submit(this::take))
                    .toList();
            Map<Long, JsonPath> byNo = new HashMap<>();
            for (Future<JsonPath> one : taken) {
                byNo.put(one.get().getLong("no"), one.get());
            }
            long first = byNo.keySet().stream().mapToLong(Long::longValue).min().orElseThrow();

            assertThat(byNo).containsOnlyKeys(first, first + 1);
            assertThat(byNo.get(first + 1).getString("previousHash"))
                    .isEqualTo(byNo.get(first).getString("hash"));
        } finally {
            together.shutdownNow();
        }
    }

    @Test
    void holdsNoConnectionWhileItsFilesAreMade() throws Exception {
        Future<JsonPath> taken;
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (TakenDesk desk = new TakenDesk()) {
            taken = beside.submit(this::take);
            desk.awaitWaiting(1);

            awaitNobodyReads();
        } finally {
            beside.shutdown();
        }
        assertThat(verification(taken.get().getString("id")).getBoolean("verified"))
                .isTrue();
    }

    @Test
    void isTakenOnceForTwoAtOnceWithOneKey() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Future<String>> asked;
        ExecutorService together = Executors.newFixedThreadPool(2);
        try (TakenDesk desk = new TakenDesk()) {
            asked = List.of(together.submit(() -> takeWith(key)), together.submit(() -> takeWith(key)));
            desk.awaitWaiting(2);
        } finally {
            together.shutdown();
        }

        assertThat(asked.get(0).get()).isEqualTo(asked.get(1).get()).isEqualTo(takeWith(key));
        assertThat(OwnerSql.number("SELECT count(*) FROM snapshot WHERE plan = '" + plan + "'"))
                .isEqualTo(1);
    }

    private String takeWith(String key) {
        return writing(Tokens.planner())
                .header("Idempotency-Key", key)
                .body(Map.of("plan", plan))
                .post("/api/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    @Test
    void leavesNothingBehindWhenItsFilesCannotBeMade() throws Exception {
        String key = UUID.randomUUID().toString();
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try (TakenDesk desk = new TakenDesk()) {
            for (int i = 0; i < 8; i++) {
                readers.submit(() -> as(Tokens.planner()).get("/api/v1/reports/portfolio?format=pdf&plan=" + plan));
            }
            desk.awaitWaiting(8);

            writing(Tokens.planner())
                    .header("Idempotency-Key", key)
                    .body(Map.of("plan", plan))
                    .post("/api/v1/snapshots")
                    .then()
                    .statusCode(503);
        } finally {
            readers.shutdown();
        }

        assertThat(OwnerSql.number("SELECT count(*) FROM snapshot WHERE plan = '" + plan + "'"))
                .isZero();
        assertThat(takeWith(key)).contains(plan + "-S");
    }

    @Test
    void bothEditionsAreOfOneMoment() {
        String id = take().getString("id");

        JsonPath open = new JsonPath(
                new String(report(Tokens.committee(), id, "?format=json&edition=PUBLIC"), StandardCharsets.UTF_8));
        JsonPath government = new JsonPath(
                new String(report(Tokens.committee(), id, "?format=json&edition=GOVERNMENT"), StandardCharsets.UTF_8));

        assertThat(open.getMap("head.watermark")).isEqualTo(government.getMap("head.watermark"));
    }

    @Test
    void aReportIsComparedWithASnapshot() {
        String id = take().getString("id");
        clock.set(DUE);
        owners.tellFrom(clock.instant().minusSeconds(60));
        stories.move(plan + "-01", "ON_HOLD");
        awaitSql("SELECT count(*) FROM told WHERE code = '" + plan + "-01' AND state ->> 'status' = 'ON_HOLD'", 1);

        as(Tokens.planner())
                .get("/api/v1/reports/portfolio?plan=" + plan + "&comparedWith=" + id)
                .then()
                .statusCode(200)
                .body("changes.of", equalTo(id), "changes.tasks[0].fields.field", hasItem("status"));
    }

    @Test
    void onlyPlannersTakeOne() {
        for (String token : List.of(Tokens.committee(), Tokens.reporter("DAPA"), Tokens.auditor())) {
            writing(token)
                    .body(Map.of("plan", plan))
                    .post("/api/v1/snapshots")
                    .then()
                    .statusCode(403);
        }
    }
}
