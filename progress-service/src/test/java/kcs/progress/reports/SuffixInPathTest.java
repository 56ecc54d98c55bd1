package kcs.progress.reports;

import static io.restassured.RestAssured.given;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that ends with what it leads to. The document describes one address of each report: these are read without it. */
@QuarkusTest
class SuffixInPathTest extends RoundTest {
    private String plan;

    @BeforeEach
    void planATask() {
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        plan = knownPlan();
        taskInProgress(plan, 1, "DAPA");
        awaitSql("SELECT count(*) FROM told WHERE plan = '" + plan + "' AND kind = 'TASK'", 2);
    }

    @AfterEach
    void tellAheadAgain() {
        owners.tellAhead();
    }

    private static RequestSpecification planner() {
        return given().auth().oauth2(Tokens.planner());
    }

    private String at(String address) {
        return "/api/v1/" + address.replace("{plan}", plan);
    }

    @ParameterizedTest
    @CsvSource({
        "reports/portfolio.pdf?plan={plan}, application/pdf, .pdf",
        "reports/portfolio.csv?plan={plan}, text/csv;charset=UTF-8, .csv",
        "reports/agencies.xlsx?plan={plan}, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, .xlsx",
        "reports/tasks/{plan}-01.hwpx, application/hwp+zip, .hwpx"
    })
    void saysInWhichFormatAReportIs(String address, String type, String suffix) {
        // A browser's: it goes before what is accepted.
        Response answer = planner().accept("application/json").get(at(address));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringWhitespace(type);
        assertThat(answer.header("Content-Disposition")).endsWith(suffix + "\"");
    }

    @Test
    void answersTheSameAsTheParameter() {
        String asOf = "&asOf=" + clock.instant();

        assertThat(planner().get(at("reports/portfolio.csv?plan={plan}" + asOf)).asByteArray())
                .isEqualTo(planner()
                        .get(at("reports/portfolio?format=csv&plan={plan}" + asOf))
                        .asByteArray());
    }

    @Test
    void leadsToAFrozenReportToo() {
        String id = writing(Tokens.planner())
                .body(Map.of("plan", plan))
                .post("/api/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        byte[] frozen =
                planner().get("/api/v1/snapshots/" + id + "/report?format=pdf").asByteArray();

        assertThat(planner().get("/api/v1/snapshots/" + id + "/report.pdf").asByteArray())
                .isEqualTo(frozen);
        assertThat(given().get("/open/v1/reports/" + id + ".pdf").statusCode()).isEqualTo(404);
        writing(Tokens.planner())
                .header("If-Match", "\"0\"")
                .body(Map.of("to", "PUBLISHED", "reason", "보고를 마침"))
                .post("/api/v1/snapshots/" + id + "/status-transitions")
                .then()
                .statusCode(201);
        assertThat(given().get("/open/v1/reports/" + id + ".pdf").contentType()).isEqualTo("application/pdf");
        assertProblem(given().get("/open/v1/reports/" + id + ".exe"), 406, "unknown-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports/portfolio.exe?plan={plan}",
                "reports/agencies.PDF?plan={plan}",
                "reports/tasks/{plan}-01.doc",
                "reports/tasks/NO-SUCH-TASK.doc"
            })
    void namesTheFormatsWhereItIsNone(String address) {
        Response refused = planner().get(at(address));

        assertProblem(refused, 406, "unknown-format");
        assertThat(refused.jsonPath().getList("formats")).hasSize(5).contains("application/pdf");
        assertThat(refused.jsonPath().getString("instance"))
                .isEqualTo(at(address).replaceAll("\\?.*", ""));
    }

    @Test
    void isNotSaidTwice() {
        assertProblem(planner().get(at("reports/portfolio.pdf?format=pdf&plan={plan}")), 400, "unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports/portfolio.",
                "reports/.pdf",
                "reports/tasks/.pdf",
                "reports/tasks/{plan}-01.x.pdf",
                "reports/portfolio.pdf/",
                "health/{plan}-01.pdf",
                "snapshots/{plan}-S1.pdf"
            })
    void isNoWayToAnythingElse(String address) {
        assertThat(planner().get(at(address)).statusCode()).isEqualTo(404);
    }

    @Test
    void needsATokenWhereTheReportDoes() {
        assertProblem(given().get(at("reports/portfolio.pdf?plan={plan}")), 401, "unauthenticated");
        assertThat(planner().head(at("reports/portfolio.pdf?plan={plan}")).contentType())
                .isEqualTo("application/pdf");
        assertThat(planner()
                        .contentType("application/json")
                        .body("{}")
                        .post(at("reports/portfolio.pdf"))
                        .statusCode())
                .isEqualTo(404);
    }
}
