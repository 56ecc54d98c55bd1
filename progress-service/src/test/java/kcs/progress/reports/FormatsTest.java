package kcs.progress.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kcs.chassis.testing.Tokens;
import kcs.progress.Owners;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import kcs.progress.pdf.PdfTables;
import kcs.progress.rendering.CsvTables;
import kcs.progress.rendering.HwpxTables;
import kcs.progress.rendering.XlsxTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All formats of a report say the same: every figure is read back out of each and compared. */
@QuarkusTest
class FormatsTest extends RoundTest {
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");

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

    /** The figures of each cell, whatever they are written like. */
    private static List<List<List<List<BigDecimal>>>> figures(List<List<List<String>>> tables) {
        return tables.stream()
                .map(table -> table.stream()
                        .map(row -> row.stream().map(FormatsTest::figures).toList())
                        .toList())
                .toList();
    }

    private static List<BigDecimal> figures(String cell) {
        return FIGURE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(figure -> new BigDecimal(figure.replace(",", "")).stripTrailingZeros())
                .toList();
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
        List<List<List<String>>> csv = CsvTables.of(read(report, "csv", language));
        List<List<List<String>>> pdf = PdfTables.of(read(report, "pdf", language));

        assertThat(csv).hasSizeGreaterThan(2);
        assertThat(figures(XlsxTables.of(read(report, "xlsx", language)))).isEqualTo(figures(csv));
        assertThat(figures(HwpxTables.of(read(report, "hwpx", language)))).isEqualTo(figures(csv));
        assertThat(withoutMonths(pdf)).isEqualTo(withoutMonths(csv));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio?plan={plan}", "agencies?plan={plan}", "tasks/{task}"})
    void theFiguresAreToBeHadAsTheyAreDocumented(String report) throws IOException {
        JsonNode json = Owners.JSON.readTree(read(report, "json", "ko"));

        assertThat(text(json, "/head/plan")).isEqualTo(plan);
    }

    /** English days are written with the month's name in PDF: their figures are compared as a bag without the month. */
    private static List<List<List<List<BigDecimal>>>> withoutMonths(List<List<List<String>>> tables) {
        List<List<List<String>>> plain = new ArrayList<>();
        for (List<List<String>> table : tables) {
            plain.add(table.stream()
                    .map(row -> row.stream().map(FormatsTest::withoutMonth).toList())
                    .toList());
        }
        return figures(plain).stream()
                .map(table -> table.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.stream().sorted().toList())
                                .toList())
                        .toList())
                .toList();
    }

    private static String withoutMonth(String cell) {
        return cell.replaceAll("(\\d{4})-\\d{2}-(\\d{2})", "$1 $2")
                .replaceAll("(\\d{4})\\. \\d+\\. (\\d+)\\.", "$1 $2")
                .replaceAll("(\\d+) [A-Z][a-z]{2} (\\d{4})", "$2 $1");
    }

    @Test
    void theDataAndTheDocumentSayTheSame() throws Exception {
        String report = "portfolio?plan={plan}&period=2024Q3";
        JsonNode json = Owners.JSON.readTree(read(report, "json", "en"));
        List<List<List<String>>> csv = CsvTables.of(read(report, "csv", "en"));

        assertThat(table(csv, "Declared").get(1))
                .containsExactly(
                        text(json, "/totals/declared"),
                        text(json, "/totals/published"),
                        text(json, "/totals/documented"),
                        text(json, "/totals/registered"),
                        text(json, "/totals/listed"));
        List<String> cycle = table(csv, "Period").get(1);
        List<String> counted = new ArrayList<>();
        for (String name : List.of(
                "expected", "received", "onTime", "late", "overdue", "missed", "returned", "accepted", "waived")) {
            counted.add(text(json, "/cycles/0/checkpoints/" + name));
        }
        assertThat(cycle.subList(3, 12)).isEqualTo(counted);
        List<List<String>> tasks = tableWith(csv, "Complete (%)");
        assertThat(tasks).hasSize(json.get("tasks").size() + 1);
        for (int i = 0; i < json.get("tasks").size(); i++) {
            JsonNode one = json.get("tasks").get(i);
            int complete = tasks.get(0).indexOf("Complete (%)");
            assertThat(tasks.get(i + 1).get(0)).isEqualTo(one.get("code").textValue());
            assertThat(figures(tasks.get(i + 1).get(complete)))
                    .isEqualTo(figures(one.at("/health/percentComplete").asText()));
        }
    }

    private static String text(JsonNode json, String pointer) {
        return json.at(pointer).asText();
    }

    private static List<List<String>> table(List<List<List<String>>> tables, String firstHeading) {
        return tables.stream()
                .filter(table -> table.get(0).get(0).equals(firstHeading))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> tableWith(List<List<List<String>>> tables, String heading) {
        return tables.stream()
                .filter(table -> table.get(0).contains(heading))
                .findFirst()
                .orElseThrow();
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
