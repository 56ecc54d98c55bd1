package kcs.progress.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One checkpoint from OPEN to ACCEPTED, and what is refused on the way. */
@QuarkusTest
class FilingTest extends RoundTest {
    private String plan;
    private String task;
    private String dapa;

    @BeforeEach
    void openARound() {
        plan = knownPlan();
        task = taskInProgress(plan, 1, "DAPA", "CNCD");
        openCycle(plan);
        dapa = checkpoint(task, "DAPA");
    }

    @Test
    void goesFromOpenOverReturnedToAccepted() {
        file(dapa, progress(40))
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("latestNo", equalTo(1));
        act(
                        Tokens.planner(),
                        dapa,
                        "reviews",
                        Map.of(
                                "decision",
                                "RETURN",
                                "reason",
                                "수치가 없음",
                                "comments",
                                List.of(Map.of("section", "ACHIEVEMENTS", "text", "건수를 적어 주십시오"))))
                .statusCode(201)
                .body("status", equalTo("RETURNED"))
                .body("reason", equalTo("수치가 없음"))
                .body("returnedDueOn", equalTo("2024-10-02"));
        file(dapa, progress(45))
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("latestNo", equalTo(2));
        accept(dapa)
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"))
                .body("acceptedNo", equalTo(2))
                .body("returnedDueOn", nullValue());

        as(Tokens.reporter("DAPA"))
                .get(path(dapa) + "/history")
                .then()
                .statusCode(200)
                .body("items.action", contains("SUBMITTED", "RETURNED", "SUBMITTED", "ACCEPTED"))
                .body("items[1].comments[0].text", equalTo("건수를 적어 주십시오"))
                .body("items[1].actor", nullValue());
        as(Tokens.planner())
                .get(path(dapa) + "/submissions")
                .then()
                .statusCode(200)
                .body("items.no", contains(1, 2))
                .body("items.inForce", contains(false, true))
                .body("items.percentComplete", contains(40, 45));
    }

    @Test
    void aReturnDoesNotMakeItLate() {
        clock.set(DUE);
        file(dapa, progress(40)).statusCode(201).body("timeliness", equalTo("ON_TIME"));
        sendBack(dapa, "다시").statusCode(201);
        clock.set(DUE.plusDays(5));
        file(dapa, progress(41))
                .statusCode(201)
                .body("timeliness", equalTo("ON_TIME"))
                .body("daysLate", equalTo(0));
    }

    @Test
    void isOnTimeUntilMidnightInSeoulAndLateFromThenOn() {
        clock.set(Instant.parse("2024-10-07T14:59:58Z"));
        file(dapa, progress(40)).statusCode(201).body("timeliness", equalTo("ON_TIME"));
        clock.set(Instant.parse("2024-10-07T15:00:00Z"));
        file(checkpoint(task, "KCS"), progress(40))
                .statusCode(201)
                .body("timeliness", equalTo("LATE"))
                .body("daysLate", equalTo(1));
    }

    @Test
    void takesNothingAfterTheLock() {
        clock.set(LOCKS.plusDays(1));
        file(dapa, progress(40))
                .statusCode(409)
                .body("type", equalTo("/problems/cycle-locked"))
                .body("locksOn", equalTo(LOCKS.toString()));
    }

    @Test
    void aWithdrawnFirstSubmissionDoesNotCountAsFiled() {
        file(dapa, progress(40)).statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "withdrawals", Map.of())
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("timeliness", equalTo("NOT_DUE"))
                .body("firstSubmittedAt", nullValue());
        clock.set(DUE.plusDays(2));
        file(dapa, progress(40)).statusCode(201).body("daysLate", equalTo(2)).body("latestNo", equalTo(2));
    }

    @Test
    void whatWasReviewedCannotBeWithdrawn() {
        file(dapa, progress(40)).statusCode(201);
        accept(dapa).statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "withdrawals", Map.of())
                .statusCode(409)
                .body("allowed", contains("SUBMITTED"));
    }

    @Test
    void theAcceptedVersionStaysInForceUntilTheCorrectionIsAccepted() {
        file(dapa, progress(40)).statusCode(201);
        accept(dapa).statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "corrections", Map.of("reason", "집계 착오", "submission", progress(35)))
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("acceptedNo", equalTo(1));
        as(Tokens.committee())
                .get(path(dapa) + "/submissions")
                .then()
                .statusCode(200)
                .body("items.no", contains(1))
                .body("items.inForce", contains(true));
        accept(dapa).statusCode(201).body("acceptedNo", equalTo(2));
        as(Tokens.committee())
                .get(path(dapa) + "/submissions")
                .then()
                .body("items.inForce", contains(false, true))
                .body("items[1].correctionReason", equalTo("집계 착오"));
    }

    @Test
    void aWithdrawnCorrectionLeavesWhatWasAccepted() {
        file(dapa, progress(40)).statusCode(201);
        accept(dapa).statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "corrections", Map.of("reason", "착오", "submission", progress(35)))
                .statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "withdrawals", Map.of("reason", "맞음"))
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"))
                .body("acceptedNo", equalTo(1));
    }

    @Test
    void everyStepKeepsWhatWasSaidWithItAndNothingElse() {
        file(dapa, progress(40)).statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "withdrawals", Map.of("reason", "파일이 빠짐"))
                .statusCode(201);
        file(dapa, progress(40)).statusCode(201);
        sendBack(dapa, "수치가 없음").statusCode(201);
        file(dapa, progress(41)).statusCode(201);
        act(Tokens.planner(), dapa, "reviews", Map.of("decision", "ACCEPT", "reason", "잘 됨"))
                .statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "corrections", Map.of("reason", "집계 착오", "submission", progress(35)))
                .statusCode(201);
        act(Tokens.reporter("DAPA"), dapa, "withdrawals", Map.of())
                .statusCode(201)
                .body("reason", nullValue());

        List<String> reasons = as(Tokens.planner())
                .get(path(dapa) + "/history")
                .then()
                .statusCode(200)
                .extract()
                .path("items.reason");
        assertThat(reasons).containsExactly(null, "파일이 빠짐", null, "수치가 없음", null, "잘 됨", "집계 착오", null);
    }

    @Test
    void aDraftOfAnAgencyThatStoppedReportingDoesNotStandInItsProxysWay() {
        owners.tell("agency.registered", Stories.agency("TEMP", "한시 기관"));
        awaitSql("SELECT count(*) FROM known_agency WHERE code = 'TEMP' AND reports", 1);
        String second = taskInProgress(plan, 2, "TEMP");
        String temp = checkpoint(second, "TEMP");
        awaitSql("SELECT count(*) FROM checkpoint WHERE id = '" + temp + "'", 1);
        String draft = path(temp) + "/draft";
        writing(Tokens.reporter("TEMP")).body(progress(10)).put(draft).then().statusCode(200);
        ObjectNode silent = Stories.agency("TEMP", "한시 기관");
        silent.withObject("/agency").put("reports", false).put("version", 1);
        silent.putArray("changed").add("reports");
        owners.tell("agency.changed", silent);
        awaitSql("SELECT count(*) FROM known_agency WHERE code = 'TEMP' AND NOT reports", 1);

        as(Tokens.planner()).get(draft).then().statusCode(404);
        writing(Tokens.planner()).body(progress(20)).put(draft).then().statusCode(200);
        act(Tokens.planner(), temp, "submissions", progress(20)).statusCode(201);
    }

    @Test
    void whatIsNotAcceptedIsNotCorrected() {
        act(Tokens.reporter("DAPA"), dapa, "corrections", Map.of("reason", "착오", "submission", progress(35)))
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-to-correct"));
    }

    @Test
    void aPlannerFilesForAnAgencyWithoutReportersOnly() {
        act(Tokens.planner(), checkpoint(task, "CNCD"), "submissions", progress(20))
                .statusCode(201);
        as(Tokens.planner())
                .get(path(checkpoint(task, "CNCD")) + "/submissions")
                .then()
                .body("items[0].filedBy", equalTo("PROXY"));
        act(Tokens.planner(), dapa, "submissions", progress(20)).statusCode(403);
    }

    @Test
    void whoeverSubmittedMayNotReview() {
        String proxied = checkpoint(task, "CNCD");
        act(Tokens.planner("planner-2"), proxied, "submissions", progress(20)).statusCode(201);
        act(Tokens.planner("planner-2"), proxied, "reviews", Map.of("decision", "ACCEPT"))
                .statusCode(403)
                .body("type", equalTo("/problems/own-submission"));
        accept(proxied).statusCode(201);
    }

    @Test
    void aReturnNeedsAReason() {
        file(dapa, progress(40)).statusCode(201);
        act(Tokens.planner(), dapa, "reviews", Map.of("decision", "RETURN"))
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void aReviewOfWhatWasReplacedMeanwhileIsStale() {
        file(dapa, progress(40)).statusCode(201);
        String seen = tag(Tokens.planner(), path(dapa));
        act(Tokens.reporter("DAPA"), dapa, "withdrawals", Map.of()).statusCode(201);
        file(dapa, progress(41)).statusCode(201);

        writing(Tokens.planner())
                .header("If-Match", seen)
                .body(Map.of("decision", "ACCEPT"))
                .post(path(dapa) + "/reviews")
                .then()
                .statusCode(412);
    }

    @Test
    void refusesWhatIsWrongAndKeepsNothing() {
        Map<String, Object> wrong = progress(101);
        file(dapa, wrong).statusCode(422).body("errors.pointer", contains("/percentComplete"));
        wrong.put("percentComplete", -1);
        file(dapa, wrong).statusCode(422);
        wrong.put("percentComplete", "40");
        file(dapa, wrong).statusCode(400);
        file(dapa, Map.of()).statusCode(422).body("errors.pointer", contains("/kind"));
        file(dapa, Map.of("kind", "PROGRESS"))
                .statusCode(422)
                .body("errors.pointer", contains("/percentComplete", "/declaredHealth", "/achievements"));
        file(dapa, Map.of("kind", "NOTHING_TO_REPORT", "percentComplete", 3)).statusCode(422);
        file(dapa, Map.of("kind", "NOT_APPLICABLE")).statusCode(422).body("errors.pointer", contains("/issues"));

        assertThat(OwnerSql.number("SELECT count(*) FROM submission WHERE checkpoint = '" + dapa + "'"))
                .isZero();
        assertThat(read(Tokens.planner(), dapa).<String>path("status")).isEqualTo("OPEN");
    }

    @Test
    void twoMachinesFilingAtOnceHaveOneWinner() {
        String tag = tag(Tokens.machine("DAPA"), path(dapa));
        List<Integer> answers = java.util.stream.IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> writing(Tokens.machine("DAPA"))
                        .header("If-Match", tag)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(progress(40 + i))
                        .post(path(dapa) + "/submissions")
                        .statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 412);
        assertThat(OwnerSql.number("SELECT count(*) FROM submission WHERE checkpoint = '" + dapa + "'"))
                .isOne();
    }

    @Test
    void aDraftIsSavedReadAndFiledAway() {
        String reporter = Tokens.reporter("DAPA");
        writing(reporter)
                .body(Map.of("achievements", "초안"))
                .put(path(dapa) + "/draft")
                .then()
                .statusCode(200);
        String tag = as(reporter)
                .get(path(dapa) + "/draft")
                .then()
                .statusCode(200)
                .body("achievements", equalTo("초안"))
                .extract()
                .header("ETag");
        writing(reporter)
                .body(Map.of("achievements", "둘째"))
                .put(path(dapa) + "/draft")
                .then()
                .statusCode(428);
        writing(reporter)
                .header("If-Match", tag)
                .body(Map.of("achievements", "둘째"))
                .put(path(dapa) + "/draft")
                .then()
                .statusCode(200);
        file(dapa, progress(40)).statusCode(201);
        as(reporter).get(path(dapa) + "/draft").then().statusCode(404);
    }

    @Test
    void aCorrectionFilesTheSavedDraft() {
        file(dapa, progress(40)).statusCode(201);
        accept(dapa).statusCode(201);
        String reporter = Tokens.reporter("DAPA");
        act(reporter, dapa, "corrections", Map.of("reason", "착오"))
                .statusCode(422)
                .body("errors.pointer", contains("/submission"));
        writing(reporter).body(progress(38)).put(path(dapa) + "/draft").then().statusCode(200);
        act(reporter, dapa, "corrections", Map.of("reason", "착오"))
                .statusCode(201)
                .body("latestNo", equalTo(2));
    }

    @Test
    void listsByTimelinessAsItStandsToday() {
        file(dapa, progress(40)).statusCode(201);
        assertThat(listed("timeliness=ON_TIME&plan=" + plan)).containsExactly(dapa);
        assertThat(listed("timeliness=NOT_DUE&plan=" + plan)).hasSize(2);
        clock.set(DUE.plusDays(1));
        assertThat(listed("timeliness=OVERDUE&timeliness=ON_TIME&plan=" + plan)).hasSize(3);
        clock.set(LOCKS.plusDays(1));
        assertThat(listed("timeliness=MISSED&plan=" + plan)).hasSize(2);
    }

    private static List<String> listed(String query) {
        return as(Tokens.planner())
                .get("/api/v1/checkpoints?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void saysWhereTheCallerMayMoveIt() {
        assertThat(read(Tokens.reporter("DAPA"), dapa).<List<String>>path("allowedTransitions"))
                .containsExactly("SUBMITTED");
        assertThat(read(Tokens.planner(), dapa).<List<String>>path("allowedTransitions"))
                .isEmpty();
        file(dapa, progress(40)).body("allowedTransitions", contains("OPEN"));
        as(Tokens.planner()).get(path(dapa)).then().body("allowedTransitions", hasItem("ACCEPTED"));
    }

    @Test
    void measuresOnlyTheTasksOwnIndicators() {
        Map<String, Object> content = progress(40);
        content.put("measurements", List.of(Map.of("indicator", "OTHER", "value", 1, "measuredOn", "2024-09-20")));
        file(dapa, content).statusCode(422).body("errors.code", contains("unknown-indicator"));
    }

    @Test
    void namesTheEvidenceThatIsWrongByItsPlaceInTheBody() {
        Map<String, Object> content = progress(40);
        content.put("evidence", List.of(Map.of("title", "회의록", "url", "ftp://example.org/minutes")));
        file(dapa, content).statusCode(422).body("errors.pointer", contains("/evidence/0/url"));
    }

    @Test
    void theDayIsTheServersNotTheCallers() {
        Map<String, Object> content = progress(40);
        content.put(
                "approval",
                Map.of(
                        "documentNo",
                        "국경과-1",
                        "approvedOn",
                        LocalDate.of(2024, 10, 1).toString()));
        file(dapa, content).statusCode(422).body("errors.pointer", contains("/approval/approvedOn"));
    }
}
