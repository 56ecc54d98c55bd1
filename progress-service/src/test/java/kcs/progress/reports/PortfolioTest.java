package kcs.progress.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The portfolio report of a plan with a cycle in which one agency has filed late and another not at all. */
@QuarkusTest
class PortfolioTest extends RoundTest {
    private String plan;
    private String task;

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
        data.withObject("/task").put("startsOn", "2024-01-01").put("endsOn", "2024-12-31");
        ObjectNode indicator = data.withObject("/task").withArray("/indicators").addObject();
        indicator.put("code", "SEIZED").put("unit", "건").put("direction", "INCREASE");
        indicator.put("baseline", 10).put("target", 20).putNull("targetOn").putNull("note");
        indicator.putObject("name").put("ko", "적발 건수").putNull("en");
        task = taskInProgress(data, "DAPA", "MOTIE");
        openCycle(plan);
        awaitTold(plan);
    }

    @AfterEach
    void tellAheadAgain() {
        owners.tellAhead();
    }

    private void fileLate() {
        clock.set(DUE.plusDays(3));
        Map<String, Object> content = progress(40);
        content.put("measurements", List.of(Map.of("indicator", "SEIZED", "value", 21, "measuredOn", "2024-09-30")));
        file(checkpoint(task, "DAPA"), content).statusCode(201);
        accept(checkpoint(task, "DAPA")).statusCode(201);
        awaitTold(plan);
    }

    private JsonPath portfolio(String token, Object... parameters) {
        var request = as(token).queryParam("plan", plan);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/reports/portfolio")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Of some documents no more is known than the year. */
    @Test
    void readsTasksOfDocumentsWhoseDayIsNotKnown() {
        ObjectNode data = Stories.task(plan, 2, "PUBLIC");
        data.withObject("/task/source")
                .put("document", "2019년 관세청 업무계획")
                .put("publishedOn", "2019")
                .putNull("quotation");
        String documented = stories.registered(data);
        awaitSql("SELECT count(*) FROM told WHERE kind = 'TASK' AND code = '" + documented + "'", 1);

        assertThat(portfolio(Tokens.planner()).getList("tasks.code")).contains(documented);
        as(Tokens.planner())
                .get("/api/v1/reports/tasks/" + documented)
                .then()
                .statusCode(200)
                .body("description.publishedOn", equalTo("2019"));
    }

    @Test
    void saysWhereTheTasksStandAndWhoOwesWhat() {
        fileLate();
        clock.set(LOCKS.plusDays(1));

        JsonPath report = portfolio(Tokens.planner(), "period", "2024Q3");

        assertThat(report.getString("head.plan")).isEqualTo(plan);
        assertThat(report.getInt("totals.declared")).isEqualTo(30);
        assertThat(report.getInt("totals.published")).isEqualTo(1);
        assertThat(report.getInt("totals.documented")).isZero();
        assertThat(report.getMap("cycles[0].checkpoints"))
                .isEqualTo(Map.of(
                        "expected",
                        3,
                        "received",
                        1,
                        "onTime",
                        0,
                        "late",
                        1,
                        "overdue",
                        0,
                        "missed",
                        2,
                        "returned",
                        0,
                        "accepted",
                        1,
                        "waived",
                        0));
        assertThat(report.getList("unsettled.agency")).containsExactly("KCS", "MOTIE");
        assertThat(report.getList("returns")).hasSize(3);
        assertThat(report.getList("returns.daysLate")).containsExactly(3, null, null);
        assertThat(report.getInt("indicators[0].value")).isEqualTo(21);
        assertThat(report.getBoolean("indicators[0].reached")).isTrue();
        assertThat(report.getInt("tasks[0].health.percentComplete")).isEqualTo(40);
        assertThat(report.getInt("tasks[0].timeElapsedPercent")).isEqualTo(80);
    }

    @Test
    void anAnswerForAPastInstantIsTheSameByteForByteWhateverHappensLater() {
        Instant before = clock.instant();
        clock.set(DUE.plusDays(1));
        String answered = raw(before);
        fileLate();
        owners.tellFrom(clock.instant());
        stories.show(task, "GOVERNMENT");
        awaitSql("SELECT count(*) FROM told WHERE code = '" + task + "' AND visibility = 'GOVERNMENT'", 1);
        clock.set(LOCKS.plusDays(30));

        assertThat(raw(before)).isEqualTo(answered);
        assertThat(JsonPath.from(answered).getBoolean("head.watermark.settled")).isTrue();
        assertThat(JsonPath.from(answered).getInt("cycles[0].checkpoints.received"))
                .isZero();
    }

    private String raw(Instant asOf) {
        return as(Tokens.planner())
                .queryParam("plan", plan)
                .queryParam("period", "2024Q3")
                .queryParam("asOf", asOf.toString())
                .get("/api/v1/reports/portfolio")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void saysWhatIsDifferentAndWhy() {
        Instant before = clock.instant();
        fileLate();

        JsonPath report = portfolio(Tokens.planner(), "comparedWith", before.toString());

        assertThat(report.getList("changes.tasks.task")).containsExactly(task);
        assertThat(report.getList("changes.tasks[0].fields.field")).contains("declared", "percentComplete");
        assertThat(report.getInt("tasks[0].timeElapsedPercent")).isEqualTo(78);
        assertThat(report.getList("tasks[0].health.reasons.text.en", String.class))
                .contains("40 % done at 78 % of the time");
        assertThat(report.getList("changes.tasks[0].why.action")).contains("SUBMITTED", "ACCEPTED");
    }

    @Test
    void saysThatAnotherPercentageIsCompleteAndOfWhichAcceptance() {
        fileLate();
        Instant before = clock.instant();
        clock.set(DUE.plusDays(4));
        file(checkpoint(task, "MOTIE"), progress(30)).statusCode(201);
        accept(checkpoint(task, "MOTIE")).statusCode(201);
        awaitTold(plan);

        JsonPath report = portfolio(Tokens.planner(), "comparedWith", before.toString());

        assertThat(report.getList("changes.tasks[0].fields.field")).containsExactly("percentComplete");
        assertThat(report.getInt("changes.tasks[0].fields[0].to")).isEqualTo(35);
        assertThat(report.getList("changes.tasks[0].why.type"))
                .containsExactly("checkpoint.status-changed", "checkpoint.status-changed");
    }

    @Test
    void agenciesHaveTheNameOfThatDay() {
        JsonPath report = portfolio(Tokens.planner());

        assertThat(report.getList("agencies.code")).contains("KCS", "DAPA", "MOTIE");
    }

    @Test
    void aReporterReadsNoValuesOfTasksThatItsAgencyHasNoPartIn() {
        fileLate();

        assertThat(portfolio(Tokens.reporter("MOFA")).getString("indicators[0].value"))
                .isNull();
        assertThat(portfolio(Tokens.reporter("MOTIE")).getInt("indicators[0].value"))
                .isEqualTo(21);
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        as(Tokens.planner())
                .get("/api/v1/reports/portfolio?plan=" + plan + "&period=2030Q1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/no-cycle-of-period"), "periods", contains("2024Q3"));
        as(Tokens.planner())
                .get("/api/v1/reports/portfolio?plan=" + plan + "&asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(422);
        as(Tokens.planner())
                .get("/api/v1/reports/portfolio?plan=" + plan + "&format=docx")
                .then()
                .statusCode(406)
                .body("formats", hasSize(5), "detail", containsString("hwpx"));
        as(Tokens.planner())
                .get("/api/v1/reports/portfolio?plan=" + plan + "&period=2024Q5")
                .then()
                .statusCode(422);
        as(Tokens.planner()).get("/api/v1/reports/portfolio").then().statusCode(400);
        as(Tokens.planner()).get("/api/v1/reports/portfolio?plan=NONE").then().statusCode(404);
        anonymous().get("/api/v1/reports/portfolio?plan=" + plan).then().statusCode(401);
    }
}
