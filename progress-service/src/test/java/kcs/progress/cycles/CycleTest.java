package kcs.progress.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cycles: planned, opened, closed, by planners and by the calendar, and the checkpoints they make. */
@QuarkusTest
class CycleTest extends RoundTest {

    @ParameterizedTest
    @CsvSource({
        "2024Q3, 2024-07-01, 2024-09-30",
        "2024Q4, 2024-10-01, 2024-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2024H1, 2024-01-01, 2024-06-30",
        "2024H2, 2024-07-01, 2024-12-31",
        "2024, 2024-01-01, 2024-12-31"
    })
    void knowsThePeriodsThatExist(String text, String startsOn, String endsOn) {
        assertThat(Period.parse(text)).hasValueSatisfying(period -> {
            assertThat(period.startsOn()).isEqualTo(startsOn);
            assertThat(period.endsOn()).isEqualTo(endsOn);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024Q5", "2024Q0", "2024-13", "2024-00", "2024H3", "24Q1", "2024q3", "2024-7"})
    void refusesPeriodsThatDoNotExist(String text) {
        Map<String, Object> body = cycle(knownPlan(), text);
        writing(Tokens.planner())
                .body(body)
                .post("/api/v1/cycles")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/period"));
    }

    @Test
    void movesADueDayThatIsAHolidayAndSaysWhy() {
        String plan = knownPlan();
        Map<String, Object> body = cycle(plan, "2024-08");
        body.put("nominalDueOn", "2024-10-03");
        writing(Tokens.planner())
                .body(body)
                .post("/api/v1/cycles")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/cycles/" + plan + "-2024-08")
                .body("nominalDueOn", equalTo("2024-10-03"))
                .body("dueOn", equalTo("2024-10-04"))
                .body("dueDerivation.nominalDueOn", equalTo("2024-10-03"))
                .body("dueDerivation.movedBecause.name.ko", contains("개천절"))
                .body("dueDerivation.calendarVersion", equalTo("2027.1"))
                .body("dueDerivation.basis", equalTo("ANNOUNCED"))
                .body("status", equalTo("PLANNED"));
    }

    @Test
    void refusesDatesThatRunBackwardsAndPlansNobodyKnows() {
        Map<String, Object> body = cycle("NOBODYS-PLAN", "2024Q3");
        body.put("opensOn", "2024-10-06");
        body.put("locksOn", "2024-10-04");
        writing(Tokens.planner())
                .body(body)
                .post("/api/v1/cycles")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/nominalDueOn", "/locksOn", "/plan"));
    }

    @Test
    void aPlanHasOneCycleOfAPeriod() {
        Map<String, Object> body = cycle(knownPlan(), "2024Q3");
        writing(Tokens.planner()).body(body).post("/api/v1/cycles").then().statusCode(201);
        writing(Tokens.planner())
                .body(body)
                .post("/api/v1/cycles")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/cycle-exists"));
    }

    @Test
    void openingMakesACheckpointForEveryLeadAndPartnerOfATaskInProgress() {
        String plan = knownPlan();
        ObjectNode data = Stories.task(plan, 1, "PUBLIC");
        data.withObject("/task")
                .withArray("/participations")
                .addObject()
                .put("agency", "MOTIE")
                .put("role", "INVOLVED");
        String task = taskInProgress(data, "DAPA");
        stories.task(plan, 2); // selected, not begun

        String cycle = openCycle(plan);

        as(Tokens.planner())
                .get("/api/v1/checkpoints?sort=agency&cycle=" + cycle)
                .then()
                .statusCode(200)
                .body("items.id", contains(checkpoint(task, "DAPA"), checkpoint(task, "KCS")))
                .body("items.role", contains("PARTNER", "LEAD"))
                .body("items.status", contains("OPEN", "OPEN"))
                .body("items[0].agencyName.ko", equalTo("기관 DAPA"));
        assertThat(OwnerSql.number(
                        "SELECT count(*) FROM outbox WHERE type = 'checkpoint.status-changed' AND subject LIKE '" + plan
                                + "-%'"))
                .isEqualTo(2);
    }

    @Test
    void twoPlannersOpeningTogetherOpenItOnce() {
        String plan = knownPlan();
        taskInProgress(plan, 1, "DAPA");
        String cycle = writing(Tokens.planner())
                .body(cycle(plan, "2024Q3"))
                .post("/api/v1/cycles")
                .then()
                .extract()
                .path("id");
        String tag = tag(Tokens.planner(), "/api/v1/cycles/" + cycle);

        List<Integer> answers = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> writing(Tokens.planner("planner-" + i))
                        .header("If-Match", tag)
                        .body(Map.of("to", "OPEN", "reason", "시작"))
                        .post("/api/v1/cycles/" + cycle + "/status-transitions")
                        .statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 412);
        assertThat(OwnerSql.number("SELECT count(*) FROM checkpoint WHERE cycle = '" + cycle + "'"))
                .isEqualTo(2);
    }

    @Test
    void whoJoinsLaterGetsACheckpointAndWhoLeavesIsWaived() {
        String plan = knownPlan();
        String task = taskInProgress(plan, 1, "DAPA");
        String cycle = openCycle(plan);
        String later = taskInProgress(plan, 2, "MOTIE");
        awaitSql("SELECT count(*) FROM checkpoint WHERE cycle = '" + cycle + "' AND task = '" + later + "'", 2);

        ObjectNode data = stories.newest("task/" + task);
        data.remove("transition");
        data.withObject("/task").put("version", 7);
        ((ObjectNode) data.at("/task/participations/1")).put("until", "2024-09-24");
        Stories.addPartner(data, "MOTIE");
        owners.tell("task.changed", data);

        awaitSql("SELECT count(*) FROM checkpoint WHERE id = '" + checkpoint(task, "MOTIE") + "'", 1);
        assertThat(read(Tokens.planner(), checkpoint(task, "DAPA")).<String>path("status"))
                .isEqualTo("WAIVED");
    }

    @Test
    void aTaskOnHoldWaivesWhatIsOpenOrReturnedAndLeavesWhatIsSubmitted() {
        String plan = knownPlan();
        String task = taskInProgress(plan, 1, "DAPA", "MOTIE");
        openCycle(plan);
        file(checkpoint(task, "DAPA"), progress(10)).statusCode(201);
        sendBack(checkpoint(task, "DAPA"), "다시").statusCode(201);
        file(checkpoint(task, "MOTIE"), progress(10)).statusCode(201);

        stories.move(task, "ON_HOLD");

        awaitSql("SELECT count(*) FROM checkpoint WHERE task = '" + task + "' AND status = 'WAIVED'", 2);
        assertThat(read(Tokens.planner(), checkpoint(task, "KCS")).<String>path("reason"))
                .isEqualTo("착수 ON_HOLD");
        assertThat(read(Tokens.planner(), checkpoint(task, "MOTIE")).<String>path("status"))
                .isEqualTo("SUBMITTED");
        accept(checkpoint(task, "MOTIE")).statusCode(201);
    }

    @Test
    void opensAndClosesByTheCalendar() {
        String plan = knownPlan();
        String task = taskInProgress(plan, 1);
        String id = writing(Tokens.planner())
                .body(cycle(plan, "2024Q3"))
                .post("/api/v1/cycles")
                .then()
                .extract()
                .path("id");

        clock.set(OPENS);
        awaitSql("SELECT count(*) FROM checkpoint WHERE id = '" + checkpoint(task, "KCS") + "'", 1);
        clock.set(LOCKS.plusDays(1));
        awaitSql("SELECT count(*) FROM cycle WHERE id = '" + id + "' AND status = 'CLOSED'", 1);
        assertThat(read(Tokens.planner(), checkpoint(task, "KCS")).<String>path("timeliness"))
                .isEqualTo("MISSED");
    }

    @Test
    void guidanceChangesAtAnyTimeDatesOnlyBeforeItOpens() {
        String plan = knownPlan();
        String id = openCycle(plan);
        String path = "/api/v1/cycles/" + id;
        as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag(Tokens.planner(), path))
                .body(Map.of("guidance", "새 지침"))
                .patch(path)
                .then()
                .statusCode(200)
                .body("guidance", equalTo("새 지침"));
        as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag(Tokens.planner(), path))
                .body(Map.of("locksOn", "2024-12-31"))
                .patch(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/cycle-dates-fixed"));
    }

    @Test
    void everyoneReadsCyclesAndOnlyPlannersPlanThem() {
        String plan = knownPlan();
        String id = openCycle(plan);
        anonymous().get("/api/v1/cycles/" + id).then().statusCode(200);
        anonymous().get("/api/v1/cycles?plan=" + plan).then().statusCode(200).body("items", hasSize(1));
        writing(Tokens.reporter("DAPA"))
                .body(cycle(plan, "2024Q4"))
                .post("/api/v1/cycles")
                .then()
                .statusCode(403);
        moveCycle(id, "PLANNED").statusCode(409).body("allowed", contains("CLOSED"));
    }
}
