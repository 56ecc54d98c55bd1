package kcs.progress.worklist;

import static kcs.progress.Duties.TODAY;
import static kcs.progress.Opinions.given;
import static kcs.progress.Opinions.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.Tokens;
import kcs.progress.Duties;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each side's list, in one request. */
@QuarkusTest
class WorklistTest extends ProgressTest {
    private final Duties duties = new Duties();

    /** What other tests see in a planner's list is not this one's. */
    @AfterEach
    void settle() {
        OwnerSql.run("UPDATE checkpoint SET status = 'WAIVED' WHERE agency = '%s'".formatted(duties.agency()));
        OwnerSql.run("DELETE FROM extension WHERE agency = '%s'".formatted(duties.agency()));
        OwnerSql.run(
                "UPDATE opinion SET status = 'CLOSED', closing_reason = 'x', closed_at = now() WHERE addressed_to = '%s'"
                        .formatted(duties.agency()));
        OwnerSql.run("DELETE FROM mail WHERE agency = '%s'".formatted(duties.agency()));
    }

    private static JsonPath worklist(String token) {
        return as(token)
                .get("/api/v1/worklist")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A planner's, of this test's agency: the others' leave no room for it. */
    private JsonPath ofThisAgency(String token) {
        return as(token)
                .get("/api/v1/worklist?agency=" + duties.agency())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath own() {
        return worklist(Tokens.reporter(duties.agency()));
    }

    /** Of a planner's list what is this test's, {@code kind checkpoint}. */
    private List<String> planners() {
        return ofThisAgency(Tokens.planner()).<Map<String, Object>>getList("items").stream()
                .map(item -> item.get("kind") + " " + item.get("checkpoint"))
                .toList();
    }

    private Map<String, Object> planners(String checkpoint, String token) {
        return ofThisAgency(token).getMap("items.find { it.checkpoint == '%s' }".formatted(checkpoint));
    }

    private void without(String what) {
        OwnerSql.run("UPDATE known_agency SET %s WHERE code = '%s'".formatted(what, duties.agency()));
    }

    private UUID asked(String checkpoint) {
        UUID id = UUID.randomUUID();
        OwnerSql.run("""
                INSERT INTO extension (id, checkpoint, cycle, task, agency, status, wanted_until, reason, asked_at, asked_by,
                    asked_agency, version)
                SELECT '%s', id, cycle, task, agency, 'ASKED', '%s', '늦어짐', now(), 'planner-1', NULL, 0
                FROM checkpoint WHERE id = '%s'""".formatted(id, TODAY.plusDays(20), checkpoint));
        return id;
    }

    @Test
    void showsAReporterWhatItsAgencyOwesTheFirstDueFirst() {
        String due = duties.open(TODAY);
        String overdue = duties.open(TODAY.minusDays(3));
        String returned = duties.open(TODAY.minusDays(9));
        Duties.giveBack(returned, TODAY.plusDays(4));
        String filed = duties.open(TODAY.plusDays(2));
        Duties.submit(filed, TODAY);
        OwnerSql.run("""
                INSERT INTO draft SELECT id, agency, false, '{}', 0, now(), 'reporter-x' FROM checkpoint
                WHERE id = '%s'""".formatted(due));

        JsonPath list = own();

        assertThat(list.getList("items.checkpoint")).isEqualTo(List.of(overdue, due, returned));
        assertThat(list.getList("items.kind")).isEqualTo(List.of("OVERDUE", "DUE", "RETURNED"));
        assertThat(list.getList("items.daysLate")).isEqualTo(List.of(3, 0, 0));
        assertThat(list.getList("items.draftSaved")).isEqualTo(List.of(false, true, false));
        assertThat(list.getMap("items[2]"))
                .containsEntry("dueOn", TODAY.plusDays(4).toString())
                .containsEntry("reason", "보완");
        assertThat(list.getString("items[2].agencyName.ko")).isEqualTo("의무청");
        assertThat(list.getMap("counts")).isEqualTo(Map.of("DUE", 1, "OVERDUE", 1, "RETURNED", 1, "OPINION_OPEN", 0));
        assertThat(list.getString("today")).isEqualTo(TODAY.toString());
        assertThat(list.getBoolean("truncated")).isFalse();
    }

    @Test
    void showsAReporterNothingOfAnotherAgency() {
        duties.open(TODAY);

        JsonPath list = worklist(Tokens.reporter(new Duties().agency()));

        assertThat(list.getList("items")).isEmpty();
        assertThat(list.getMap("counts")).isEqualTo(Map.of("DUE", 0, "OVERDUE", 0, "RETURNED", 0, "OPINION_OPEN", 0));
    }

    @Test
    void showsAPlannerWhatToReviewAndWhatIsWaitedFor() {
        String submitted = duties.open(TODAY.minusDays(1));
        Duties.submit(submitted, TODAY);
        Duties.set(submitted, "submitted_by = 'planner-1'");
        String returned = duties.open(TODAY.minusDays(30));
        Duties.giveBack(returned, TODAY.plusDays(4));
        String missing = duties.open(TODAY.minusDays(2));
        duties.open(TODAY.plusDays(2));

        assertThat(planners()).containsExactly("SUBMITTED " + submitted, "MISSING " + missing, "RETURNED " + returned);
        assertThat(planners(submitted, Tokens.planner()))
                .containsEntry("mayReview", false)
                .containsEntry("daysLate", 1);
        assertThat(planners(submitted, Tokens.planner("planner-2"))).containsEntry("mayReview", true);
    }

    @Test
    void showsAReturnedOneToBothSidesUntilItIsFiledAgain() {
        String checkpoint = duties.open(TODAY.minusDays(2));
        Duties.giveBack(checkpoint, TODAY.minusDays(1));
        assertThat(own().getList("items.kind")).isEqualTo(List.of("RETURNED"));
        assertThat(planners()).containsExactly("RETURNED " + checkpoint);

        Duties.set(checkpoint, "status = 'SUBMITTED', latest_no = 2");

        assertThat(own().getList("items")).isEmpty();
        assertThat(planners()).containsExactly("SUBMITTED " + checkpoint);
    }

    @Test
    void showsAPlannerARequestForMoreTime() {
        String checkpoint = duties.open(TODAY.plusDays(9));
        UUID id = asked(checkpoint);

        Map<String, Object> item = planners(checkpoint, Tokens.planner());

        assertThat(item)
                .containsEntry("kind", "EXTENSION_ASKED")
                .containsEntry("reason", "늦어짐")
                .containsEntry(
                        "extension",
                        Map.of(
                                "id",
                                id.toString(),
                                "until",
                                TODAY.plusDays(20).toString(),
                                "mayDecide",
                                false,
                                "version",
                                0));
        assertThat(own().getList("items.kind")).isEqualTo(List.of("DUE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports = false", "status = 'ABOLISHED'"})
    void showsAPlannerWhatNobodyElseWillFile(String what) {
        String due = duties.open(TODAY.plusDays(20));
        String returned = duties.open(TODAY.minusDays(9));
        Duties.giveBack(returned, TODAY);
        without(what);

        assertThat(planners()).containsExactly("UNASSIGNED " + returned, "UNASSIGNED " + due);
    }

    @Test
    void waitsForWhatCanStillComeBeforeWhatCannot() {
        String cycle = duties.cycle(TODAY.minusDays(20));
        String missed = duties.open(duties.task("PUBLIC"), cycle);
        OwnerSql.run("UPDATE cycle SET status = 'CLOSED' WHERE id = '%s'".formatted(cycle));
        String overdue = duties.open(TODAY.minusDays(1));

        assertThat(planners()).containsExactly("MISSING " + overdue, "MISSING " + missed);
        assertThat(own().getList("items.checkpoint")).isEqualTo(List.of(overdue));
    }

    @Test
    void namesAgenciesThatNoMailReaches() {
        OwnerSql.run("""
                INSERT INTO mail VALUES ('%s', '%s', 'UNADDRESSED', 1, now(), now(), now() + interval '1 year',
                    'no contact has an address')""".formatted(duties.agency(), TODAY));

        Map<String, Object> item = ofThisAgency(Tokens.planner()).getMap("items[0]");

        assertThat(item)
                .containsEntry("kind", "UNADDRESSED")
                .containsEntry("checkpoint", null)
                .extracting("agencyName.ko")
                .isEqualTo("의무청");
    }

    @Test
    void calledMissingIsWhatIsOverdueOrMissed() {
        duties.open(TODAY.plusDays(1));
        duties.open(TODAY);
        duties.open(TODAY.minusDays(1));
        String extended = duties.open(TODAY.minusDays(2));
        Duties.set(extended, "extended_due_on = '%s'".formatted(TODAY));
        String closed = duties.cycle(TODAY.minusDays(3));
        duties.open(duties.task("PUBLIC"), closed);
        OwnerSql.run("UPDATE cycle SET status = 'CLOSED' WHERE id = '%s'".formatted(closed));

        List<String> late = as(Tokens.planner())
                .get("/api/v1/checkpoints?timeliness=OVERDUE&timeliness=MISSED&agency=" + duties.agency())
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");

        assertThat(late).hasSize(2);
        assertThat(planners())
                .containsExactlyInAnyOrderElementsOf(
                        late.stream().map("MISSING "::concat).toList());
    }

    @Test
    void listsTheMostUrgentAndCountsAll() {
        String cycle = duties.cycle(TODAY.plusDays(3));
        String task = duties.task("PUBLIC");
        String first = duties.open(task, cycle);
        OwnerSql.run("""
                INSERT INTO known_task SELECT code || '-' || n, plan, title, visibility, participants, reporting, status,
                    NULL, NULL, '[]', '[]', 0, 0 FROM known_task, generate_series(1, 520) n WHERE code = '%s';
                INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                    version, changed_at)
                SELECT t.code || '.' || c.period || '.' || c.agency, cycle, c.plan, c.period, t.code, c.agency, role,
                    agency_then, 'OPEN', due_on, locks_on, 1, changed_at
                FROM checkpoint c JOIN known_task t ON t.code LIKE c.task || '-%%' WHERE c.id = '%s'""".formatted(task, first));
        String urgent = duties.open(TODAY.plusDays(1));

        JsonPath list = own();

        assertThat(list.getList("items")).hasSize(500);
        assertThat(list.getString("items[0].checkpoint")).isEqualTo(urgent);
        assertThat(list.getInt("counts.DUE")).isEqualTo(522);
        assertThat(list.getBoolean("truncated")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin", "nobody"})
    void isEmptyForThoseWhoOweAndDecideNothing(String who) {
        String token = switch (who) {
            case "auditor" -> Tokens.auditor();
            case "admin" -> Tokens.admin();
            default -> Tokens.nobody();
        };

        as(token)
                .get("/api/v1/worklist")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("counts", anEmptyMap())
                .body("truncated", equalTo(false));
    }

    private Map<String, Object> item(String token) {
        return ofThisAgency(token).getMap("items[0]");
    }

    private int count(String token, String kind) {
        return ofThisAgency(token).getInt("counts." + kind);
    }

    @Test
    void anOpinionStandsInTheListOfWhoeverIsToDoSomethingAboutIt() {
        String reporter = Tokens.reporter(duties.agency());
        String task = duties.task("GOVERNMENT");
        String id = given(duties.plan(), task, duties.agency(), "실적을 건수로 제시할 것");

        assertThat(item(reporter))
                .containsEntry("kind", "OPINION_OPEN")
                .containsEntry("task", task)
                .containsEntry("agency", duties.agency())
                .containsEntry("checkpoint", null)
                .containsEntry("dueOn", null)
                .containsEntry("daysLate", 0)
                .containsEntry("reason", null)
                .containsEntry("version", null)
                .extracting("opinion.id", "opinion.text", "opinion.answer", "opinion.version", "taskTitle.ko")
                .containsExactly(id, "실적을 건수로 제시할 것", null, 0, "과제 " + task);
        assertThat(ofThisAgency(Tokens.planner()).getList("items")).isEmpty();
        assertThat(ofThisAgency(Tokens.committee()).getList("items")).isEmpty();

        move(reporter, id, "ANSWERED", "공유하고 있음").statusCode(201);

        assertThat(own().getList("items")).isEmpty();
        for (String token : List.of(Tokens.planner(), Tokens.committee())) {
            assertThat(item(token))
                    .containsEntry("kind", "OPINION_ANSWERED")
                    .extracting("opinion.id", "opinion.answer", "opinion.version")
                    .containsExactly(id, "공유하고 있음", 1);
            assertThat(count(token, "OPINION_ANSWERED")).isOne();
        }

        move(Tokens.committee(), id, "OPEN", "건수가 없음").statusCode(201);

        assertThat(item(reporter)).containsEntry("kind", "OPINION_OPEN").containsEntry("reason", "건수가 없음");
        assertThat(count(Tokens.committee(), "OPINION_ANSWERED")).isZero();

        move(Tokens.committee(), id, "CLOSED", "철회").statusCode(201);

        assertThat(own().getList("items")).isEmpty();
    }

    @Test
    void anOpinionOnTheWholeStandsInTheListToo() {
        given(duties.plan(), null, duties.agency(), "담당 부서를 정할 것");

        assertThat(own().getMap("items[0]"))
                .containsEntry("kind", "OPINION_OPEN")
                .containsEntry("task", null)
                .containsEntry("taskTitle", null)
                .extracting("agencyName.ko")
                .isEqualTo("의무청");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports = false", "status = 'ABOLISHED'"})
    void anOpinionThatNobodyElseWillAnswerIsThePlanners(String what) {
        String id = given(duties.plan(), null, duties.agency(), "담당 부서를 정할 것");
        assertThat(count(Tokens.planner(), "OPINION_OPEN")).isZero();

        without(what);

        assertThat(item(Tokens.planner())).containsEntry("kind", "OPINION_OPEN");
        move(Tokens.planner(), id, "ANSWERED", "대신 답함").statusCode(201);
    }

    @Test
    void isNobodysWithoutAToken() {
        anonymous().get("/api/v1/worklist").then().statusCode(401);
        as(Tokens.planner()).get("/api/v1/worklist?kind=DUE").then().statusCode(400);
    }
}
