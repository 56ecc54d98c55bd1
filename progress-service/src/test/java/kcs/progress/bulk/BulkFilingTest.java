package kcs.progress.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency's whole cycle in one request. */
@QuarkusTest
class BulkFilingTest extends RoundTest {
    private String cycle;
    private String first;
    private String second;

    @BeforeEach
    void openARound() {
        String plan = knownPlan();
        first = taskInProgress(plan, 1, "DAPA");
        second = taskInProgress(plan, 2, "DAPA");
        cycle = openCycle(plan);
    }

    private static Map<String, Object> row(String task, int percent) {
        return new HashMap<>(Map.of("task", task, "submission", progress(percent)));
    }

    private ValidatableResponse send(String token, String query, Object... rows) {
        return writing(token)
                .body(Map.of("items", List.of(rows)))
                .post("/api/v1/cycles/" + cycle + "/submissions" + query)
                .then();
    }

    private long filed() {
        return OwnerSql.number("SELECT count(*) FROM submission WHERE checkpoint IN ('" + checkpoint(first, "DAPA")
                + "', '" + checkpoint(second, "DAPA") + "')");
    }

    @Test
    void filesAllOfThem() {
        send(Tokens.reporter("DAPA"), "", row(first, 30), row(second, 60))
                .statusCode(200)
                .body("filed", equalTo(2))
                .body("items.status", contains("SUBMITTED", "SUBMITTED"));
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void eachIsKeptAsItsOwnWithItsHistoryAndItsFilesAndNoDraftStays() {
        String dapa = checkpoint(first, "DAPA");
        writing(Tokens.reporter("DAPA"))
                .body(progress(1))
                .put(path(dapa) + "/draft")
                .then()
                .statusCode(200);
        String file = as(Tokens.reporter("DAPA"))
                .contentType("text/plain")
                .header("Content-Disposition", "attachment; filename=\"a.txt\"")
                .body("증빙".getBytes(StandardCharsets.UTF_8))
                .post(path(dapa) + "/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> evidenced = progress(30);
        evidenced.put("evidence", List.of(Map.of("title", "공문", "file", file)));
        Map<String, Object> nothing = Map.of("kind", "NOTHING_TO_REPORT", "issues", "실적 없음");

        send(
                        Tokens.reporter("DAPA"),
                        "",
                        Map.of("task", first, "submission", evidenced),
                        Map.of("task", second, "submission", nothing))
                .statusCode(200);

        assertThat(OwnerSql.texts("""
                SELECT concat_ws(' ', s.kind, s.percent_complete, c.status, c.version, h.action, h.submission_no,
                    (SELECT count(*) FROM submission_evidence e WHERE e.checkpoint = s.checkpoint AND e.no = s.no),
                    (SELECT count(*) FROM draft d WHERE d.checkpoint = c.id))
                FROM submission s JOIN checkpoint c ON c.id = s.checkpoint
                JOIN checkpoint_history h ON h.checkpoint = c.id AND h.version = c.version
                WHERE c.cycle = '%s' ORDER BY c.task""".formatted(cycle)))
                .containsExactly(
                        "PROGRESS 30 SUBMITTED 1 SUBMITTED 1 1 0", "NOTHING_TO_REPORT SUBMITTED 1 SUBMITTED 1 0 0");
    }

    @Test
    void aDryRunFilesNothing() {
        send(Tokens.reporter("DAPA"), "?dryRun=true", row(first, 30), row(second, 60))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("filed", equalTo(0));
        assertThat(filed()).isZero();
    }

    @Test
    void oneWrongRowFilesNothingAndEveryRowSaysWhatIsWrong() {
        file(checkpoint(first, "DAPA"), progress(5)).statusCode(201);
        Map<String, Object> stale = row(second, 60);
        stale.put("version", 9);
        send(Tokens.reporter("DAPA"), "", row(first, 30), stale, row("NOBODYS-01", 3), row(second, 7))
                .statusCode(422)
                .body("errors.pointer", contains("/items/0", "/items/1", "/items/2/task", "/items/3/task"))
                .body("errors.code", contains("illegal-transition", "stale", "nothing-expected", "named-twice"))
                .body("errors[0].detail", equalTo("SUBMITTED에서 SUBMITTED(으)로 바꿀 수 없습니다. 다시 조회하여 지금 할 수 있는 것을 고르십시오."));
        assertThat(filed()).isOne();
    }

    @Test
    void whatIsOutsideTheLimitsNamesItsRow() {
        send(Tokens.reporter("DAPA"), "", row(first, 30), row(second, 101))
                .statusCode(422)
                .body("errors.pointer", contains("/items/1/submission/percentComplete"));
        assertThat(filed()).isZero();
    }

    @Test
    void anotherAgencysRowsAreNotThere() {
        send(Tokens.reporter("MOTIE"), "", row(first, 30))
                .statusCode(422)
                .body("errors.code", contains("nothing-expected"));
        send(Tokens.planner(), "", row(first, 30)).statusCode(403);
        writing(null)
                .body(Map.of("items", List.of()))
                .post("/api/v1/cycles/" + cycle + "/submissions")
                .then()
                .statusCode(401);
    }

    @Test
    void tenThousandRowsAreTooMany() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(Map.of("task", "T-" + i, "submission", Map.of("kind", "NOTHING_TO_REPORT")));
        }
        writing(Tokens.reporter("DAPA"))
                .body(Map.of("items", rows))
                .post("/api/v1/cycles/" + cycle + "/submissions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/items"));
    }
}
