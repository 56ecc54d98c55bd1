package kcs.progress.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.Owners;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All formats of a report say the same: every figure is read back out of each and compared. */
@QuarkusTest
class FormatsTest extends RoundTest {
    private String plan;
    private String task;
    private Instant asOf;

    @BeforeEach
    void playARound() {
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        for (String agency : List.of("KCS", "DAPA", "MOTIE")) {
            ObjectNode known = stories.newest("agency/" + agency);
            known.remove("transition");
            owners.tell("agency.changed", known);
        }
        plan = knownPlan();
        ObjectNode data = Stories.task(plan, 1, "PUBLIC");
        ObjectNode indicator = data.withObject("/task").withArray("/indicators").addObject();
        indicator.put("code", "SEIZED").put("unit", "건").put("direction", "INCREASE");
        indicator
                .put("baseline", 1000)
                .put("target", 12345.5)
                .putNull("targetOn")
                .putNull("note");
        indicator.putObject("name").put("ko", "적발 <건수> & 금액").putNull("en");
        task = taskInProgress(data, "DAPA", "MOTIE");
        taskInProgress(Stories.task(plan, 2, "GOVERNMENT"), "DAPA");
        openCycle(plan);
        clock.set(DUE.plusDays(3));
        Map<String, Object> content = progress(40);
        content.put(
                "measurements", List.of(Map.of("indicator", "SEIZED", "value", 1234.5, "measuredOn", "2024-09-30")));
        file(checkpoint(task, "DAPA"), content).statusCode(201);
        accept(checkpoint(task, "DAPA")).statusCode(201);
        file(checkpoint(task, "KCS"), progress(55)).statusCode(201);
        sendBack(checkpoint(task, "KCS"), "수치의 근거가 없음").statusCode(201);
        awaitTold(plan);
        asOf = clock.instant();
        clock.set(LOCKS.plusDays(1));
    }

    @AfterEach
    void tellAheadAgain() {
        owners.tellAhead();
    }

    private byte[] read(String report, String format, String language) {
        return as(Tokens.planner())
                .header("Accept-Language", language)
                .get("/api/v1/reports/" + report.replace("{plan}", plan).replace("{task}", task)
                        + (report.contains("?") ? "&" : "?") + "format=" + format + "&asOf=" + asOf)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "portfolio?plan={plan}&period=2024Q3,ko",
        "portfolio?plan={plan}&period=2024Q3,en",
        "agencies?plan={plan},ko",
        "tasks/{task},ko",
        "tasks/{task},en"
    })
    void everyFigureIsTheSameInEveryFormat(String report, String language) {
        SameFigures.inAll(
                read(report, "csv", language),
                read(report, "xlsx", language),
                read(report, "hwpx", language),
                read(report, "pdf", language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio?plan={plan}", "agencies?plan={plan}", "tasks/{task}"})
    void theFiguresAreToBeHadAsTheyAreDocumented(String report) throws IOException {
        JsonNode json = Owners.JSON.readTree(read(report, "json", "ko"));

        assertThat(json.at("/head/plan").asText()).isEqualTo(plan);
    }

    @Test
    void theDataAndTheDocumentSayTheSame() throws Exception {
        String report = "portfolio?plan={plan}&period=2024Q3";
        SameFigures.ofPortfolio(Owners.JSON.readTree(read(report, "json", "en")), read(report, "csv", "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio?plan={plan}&", "agencies?plan={plan}&", "tasks/{task}?"})
    void aLinkAsksForALanguageWhateverTheBrowserLikes(String report) {
        String path =
                "/api/v1/reports/" + report.replace("{plan}", plan).replace("{task}", task) + "format=csv&asOf=" + asOf;
        byte[] english = read(report.substring(0, report.length() - 1), "csv", "en");

        var linked = as(Tokens.planner()).header("Accept-Language", "ko").get(path + "&language=en");

        assertThat(linked.asByteArray()).isEqualTo(english);
        assertThat(linked.header("Content-Language")).isEqualTo("en");
        assertThat(linked.header("Vary")).contains("Accept-Language");
        assertThat(linked.header("Cache-Control")).isEqualTo("private, no-cache");
        as(Tokens.planner())
                .header("Accept-Language", "en")
                .get(path + "&language=ko")
                .then()
                .statusCode(200)
                .header("Content-Language", "ko");
        as(Tokens.planner())
                .get(path + "&language=fr")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("language"))
                .body("errors[0].code", equalTo("unknown-word"));
    }

    @Test
    void aFileSaysWhatItIs() {
        String path = "/api/v1/reports/portfolio?plan=" + plan;
        var pdf = as(Tokens.committee()).header("Accept", "application/pdf").get(path);

        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains(plan + "-all-portfolio.pdf");
        assertThat(pdf.header("Vary")).contains("Accept-Language");
        assertThat(as(Tokens.committee())
                        .header("Accept", "application/vnd.hancom.hwpx")
                        .get(path)
                        .contentType())
                .isEqualTo("application/hwp+zip");
        as(Tokens.committee())
                .header("Accept", "application/msword")
                .get(path)
                .then()
                .statusCode(406);
    }
}
