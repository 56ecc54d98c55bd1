package kcs.progress.opinions;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static kcs.progress.Opinions.at;
import static kcs.progress.Opinions.given;
import static kcs.progress.Opinions.move;
import static kcs.progress.Opinions.opinion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kcs.chassis.testing.EventContract;
import kcs.chassis.testing.Tokens;
import kcs.progress.Opinions;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opinions from where they are given to where they are closed. */
@QuarkusTest
class OpinionTest extends RoundTest {
    private static final String MOTIE = Tokens.reporter("MOTIE");

    private String plan;
    private String task;

    @BeforeEach
    void registerATask() {
        plan = knownPlan();
        task = taskInProgress(plan, 1, "MOTIE", "CNCD");
    }

    private static Response give(Map<String, Object> opinion) {
        return writing(Tokens.committee()).body(opinion).post(Opinions.PATH);
    }

    private static List<JsonNode> told(String id) {
        List<JsonNode> told = new ArrayList<>();
        for (String data : OwnerSql.texts("SELECT convert_from(data, 'UTF8') FROM outbox WHERE aggregate = 'opinion/"
                + id + "' ORDER BY sequence")) {
            try {
                told.add(new ObjectMapper().readTree(data));
            } catch (JsonProcessingException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return told;
    }

    @Test
    void anOpinionIsGivenSentBackAnsweredAnewAndClosed() {
        String id = given(plan, task, "MOTIE", "실적을 건수로 제시할 것");

        move(MOTIE, id, "ANSWERED", "공유하고 있음")
                .statusCode(201)
                .body("status", equalTo("ANSWERED"))
                .body("answer", equalTo("공유하고 있음"))
                .body("answeredByAgency", equalTo("MOTIE"))
                .body("allowedTransitions", empty());
        move(Tokens.committee(), id, "OPEN", "건수가 없음")
                .statusCode(201)
                .body("answer", nullValue())
                .body("answeredAt", nullValue())
                .body("sentBackReason", equalTo("건수가 없음"))
                .body("allowedTransitions", contains("CLOSED"));
        move(MOTIE, id, "ANSWERED", "10월 12건, 11월 9건").statusCode(201).body("sentBackReason", nullValue());
        move(Tokens.planner(), id, "CLOSED", "다음 회의에서 확인함")
                .statusCode(201)
                .body("answer", equalTo("10월 12건, 11월 9건"))
                .body("closingReason", equalTo("다음 회의에서 확인함"))
                .body("version", equalTo(4))
                .body("allowedTransitions", empty());

        as(MOTIE)
                .get(at(id) + "/history")
                .then()
                .statusCode(200)
                .body("items.to", contains("OPEN", "ANSWERED", "OPEN", "ANSWERED", "CLOSED"))
                .body("items.reason", contains(null, "공유하고 있음", "건수가 없음", "10월 12건, 11월 9건", "다음 회의에서 확인함"))
                .body("items.actorAgency", contains(null, "MOTIE", null, "MOTIE", null));
        List<JsonNode> told = told(id);
        assertThat(told).hasSize(5).allSatisfy(data -> new EventContract().assertValid("opinion.status-changed", data));
        assertThat(told)
                .extracting(data -> data.at("/transition/to").textValue())
                .containsExactly("OPEN", "ANSWERED", "OPEN", "ANSWERED", "CLOSED");
        assertThat(told.get(2).at("/opinion/answer").isNull()).isTrue();
        assertThat(told.get(4).at("/opinion/participants"))
                .extracting(JsonNode::textValue)
                .containsExactly("CNCD", "KCS", "MOTIE");
        assertThat(OwnerSql.texts("SELECT DISTINCT key FROM outbox WHERE aggregate = 'opinion/" + id + "'"))
                .containsExactly(task);
    }

    @Test
    void anOpinionIsWithdrawnWithoutAnAnswerAndThenItIsOver() {
        String id = given(plan, task, "MOTIE", "실적을 건수로 제시할 것");

        move(Tokens.committee(), id, "CLOSED", "중복된 의견").statusCode(201).body("answer", nullValue());

        Response late = move(MOTIE, id, "ANSWERED", "늦은 답변").extract().response();
        assertProblem(late, 409, "illegal-transition");
        late.then().body("allowed", empty());
        assertProblem(move(Tokens.committee(), id, "CLOSED", "다시").extract().response(), 409, "illegal-transition");
        assertThat(told(id)).hasSize(2);
    }

    @Test
    void aPlannerAnswersForAnAgencyWithoutReporters() {
        String id = given(plan, task, "CNCD", "통관 정보를 공유할 것");

        move(Tokens.planner(), id, "ANSWERED", "해관과 협의함")
                .statusCode(201)
                .body("answeredByAgency", nullValue())
                .body("answeredBy", equalTo(as(Tokens.planner()).get(at(id)).path("answeredBy")));
        String own = given(plan, task, "MOTIE", "실적을 건수로 제시할 것");
        assertProblem(move(Tokens.planner(), own, "ANSWERED", "대신").extract().response(), 403, "forbidden");
    }

    @Test
    void anOpinionOnTheWholeIsBetweenTheCommitteeAndTheAgencyThatIsAddressed() {
        String id = given(plan, null, "DAPA", "과제별 담당 부서를 정할 것");

        as(Tokens.reporter("DAPA")).get(at(id)).then().statusCode(200).body("task", nullValue());
        as(MOTIE).get(at(id)).then().statusCode(404);
        as(MOTIE).get(at(id) + "/history").then().statusCode(404);
        JsonNode data = told(id).get(0);
        new EventContract().assertValid("opinion.status-changed", data);
        assertThat(data.at("/opinion/visibility").textValue()).isEqualTo("GOVERNMENT");
        assertThat(data.at("/opinion/participants"))
                .extracting(JsonNode::textValue)
                .containsExactly("DAPA");
        assertThat(OwnerSql.texts("SELECT key FROM outbox WHERE aggregate = 'opinion/" + id + "'"))
                .containsExactly(id);
    }

    @Test
    void refusesWhatIsNotThereAndWhatBelongsElsewhere() {
        String other = knownPlan();
        String elsewhere = taskInProgress(other, 1, "MOTIE");
        String meeting = writing(Tokens.planner())
                .body(Map.of("plan", other, "no", 8))
                .post("/api/v1/meetings")
                .path("id");

        refused(opinion("NOWHERE", null, "MOTIE", "x"), "/plan", "unknown-plan");
        refused(opinion(plan, elsewhere, "MOTIE", "x"), "/task", "unknown-task-of-plan");
        refused(opinion(plan, plan + "-99", "MOTIE", "x"), "/task", "unknown-task-of-plan");
        refused(opinion(plan, task, "NONESUCH", "x"), "/addressedTo", "unknown-agency");
        refused(opinion(plan, null, "NONESUCH", "x"), "/addressedTo", "unknown-agency");
        refused(opinion(plan, task, "DAPA", "x"), "/addressedTo", "not-taking-part");
        refused(opinion(plan, task, "MOTIE", " "), "/text", "required");
        Map<String, Object> atAnother = opinion(plan, task, "MOTIE", "x");
        atAnother.put("meeting", meeting);
        refused(atAnother, "/meeting", "unknown-meeting");
    }

    private static void refused(Map<String, Object> opinion, String pointer, String code) {
        Response refused = give(opinion);
        assertProblem(refused, 422, "invalid");
        refused.then().body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void anOpinionIsFoundByWhatItIsOf() {
        String meeting = writing(Tokens.planner())
                .body(Map.of("plan", plan, "no", 8))
                .post("/api/v1/meetings")
                .path("id");
        Map<String, Object> atIt = opinion(plan, task, "MOTIE", "x");
        atIt.put("meeting", meeting);
        String first = give(atIt)
                .then()
                .statusCode(201)
                .body("meeting", equalTo(meeting))
                .extract()
                .path("id");
        String second = given(plan, task, "CNCD", "y");
        String third = given(plan, null, "KCS", "z");
        move(Tokens.committee(), third, "CLOSED", "철회").statusCode(201);

        found("", first, second, third);
        found("&meeting=" + meeting, first);
        found("&task=" + task, first, second);
        found("&agency=CNCD&agency=KCS", second, third);
        found("&status=OPEN", first, second);
        as(Tokens.committee()).get(Opinions.PATH + "?status=DONE").then().statusCode(400);
        as(Tokens.committee()).get(Opinions.PATH + "?givenBy=x").then().statusCode(400);
    }

    private void found(String filter, String... ids) {
        as(Tokens.committee())
                .get(Opinions.PATH + "?plan=" + plan + "&sort=givenAt&count=true" + filter)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids))
                .body("total", equalTo(ids.length));
    }

    @Test
    void whoGaveAndAnsweredItIsToldToPlannersAndAuditorsOnly() {
        String id = given(plan, task, "MOTIE", "실적을 건수로 제시할 것");
        move(MOTIE, id, "ANSWERED", "공유함").statusCode(201);

        for (String token : new String[] {Tokens.planner(), Tokens.auditor()}) {
            Map<String, Object> shown = as(token).get(at(id)).jsonPath().getMap("");
            assertThat(shown).containsKeys("givenBy", "answeredBy");
            assertThat(as(token).get(at(id) + "/history").jsonPath().getList("items.actor"))
                    .doesNotContainNull();
        }
        for (String token : new String[] {Tokens.committee(), MOTIE}) {
            Map<String, Object> shown = as(token).get(at(id)).jsonPath().getMap("");
            assertThat(shown).doesNotContainKeys("givenBy", "answeredBy", "closedBy");
            assertThat(as(token).get(at(id) + "/history").asString()).doesNotContain("\"actor\"");
        }
    }

    @Test
    void anAgencyThatHasLeftStillAnswersWhatItWasAsked() {
        ObjectNode hidden = Stories.task(plan, 2, "GOVERNMENT");
        String left = taskInProgress(hidden, "MOTIE");
        String id = given(plan, left, "MOTIE", "실적을 건수로 제시할 것");
        ObjectNode data = stories.newest("task/" + left);
        data.remove("transition");
        data.withObject("/task").put("version", 9);
        ((ObjectNode) data.at("/task/participations/1")).put("until", "2024-09-24");
        owners.tell("task.changed", data);
        awaitSql("SELECT count(*) FROM known_task WHERE code = '" + left + "' AND NOT participants @> '{MOTIE}'", 1);

        move(MOTIE, id, "ANSWERED", "넘겨주며 답함").statusCode(201);

        assertThat(told(id))
                .extracting(told -> told.at("/opinion/visibility").textValue())
                .containsOnly("GOVERNMENT");
        as(Tokens.reporter("DAPA")).get(at(id)).then().statusCode(404);
    }

    @Test
    void aMoveIsHeldAgainstTheVersionThatWasSeen() {
        String id = given(plan, task, "MOTIE", "실적을 건수로 제시할 것");
        String moves = at(id) + "/status-transitions";
        Map<String, String> answer = Map.of("to", "ANSWERED", "reason", "공유함");

        writing(MOTIE).body(answer).post(moves).then().statusCode(428);
        writing(MOTIE)
                .header("If-Match", "\"7\"")
                .body(answer)
                .post(moves)
                .then()
                .statusCode(412);
        writing(MOTIE)
                .header("If-Match", "\"0\"")
                .body(Map.of("to", "ANSWERED"))
                .post(moves)
                .then()
                .statusCode(422);
        writing(MOTIE)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "x"))
                .post(moves)
                .then()
                .statusCode(422);
        writing(MOTIE)
                .header("If-Match", "\"0\"")
                .body(Map.of("to", "DONE", "reason", "x"))
                .post(moves)
                .then()
                .statusCode(400);
        Response once = writing(MOTIE)
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", id)
                .body(answer)
                .post(moves);
        Response again = writing(MOTIE)
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", id)
                .body(answer)
                .post(moves);
        once.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(once.asString());
        assertThat(told(id)).hasSize(2);
    }

    @Test
    void ofTwoWhoMoveItAtOnceOneIsToldThatItIsStale() throws Exception {
        String id = given(plan, task, "MOTIE", "실적을 건수로 제시할 것");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> answering = () -> moved(MOTIE, id, "ANSWERED");
            Callable<Integer> closing = () -> moved(Tokens.committee(), id, "CLOSED");
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : both.invokeAll(List.of(answering, closing))) {
                statuses.add(done.get());
            }

            assertThat(statuses).containsExactlyInAnyOrder(201, 412);
        } finally {
            both.shutdown();
        }
        assertThat(OwnerSql.number("SELECT count(*) FROM opinion_history WHERE opinion = '" + id + "'"))
                .isEqualTo(2);
    }

    private static int moved(String token, String id, String to) {
        return writing(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("to", to, "reason", "시험"))
                .post(at(id) + "/status-transitions")
                .statusCode();
    }

    @Test
    void whatTheLogKeepsOfItIsSeenByWhoMaySeeIt() {
        String id = given(plan, null, "DAPA", "과제별 담당 부서를 정할 것");
        awaitSql("SELECT count(*) FROM told WHERE kind = 'OPINION' AND code = '" + id + "'", 1);

        assertThat(OwnerSql.texts(
                        "SELECT visibility || ' ' || participants::text || ' ' || plan FROM told WHERE code = '" + id
                                + "'"))
                .containsExactly("GOVERNMENT {DAPA} " + plan);
    }
}
