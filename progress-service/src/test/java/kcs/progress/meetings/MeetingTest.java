package kcs.progress.meetings;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.EventContract;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings: registered, corrected, read by everybody. */
@QuarkusTest
class MeetingTest extends RoundTest {
    private static final String MEETINGS = "/api/v1/meetings";

    private static Map<String, Object> meeting(String plan, Integer no) {
        Map<String, Object> meeting = new HashMap<>(Map.of(
                "plan",
                plan,
                "heldAt",
                "2024-10-29T14:00:00+09:00",
                "endsAt",
                "2024-10-29T16:30:00+09:00",
                "place",
                "서울세관 10층 대회의실",
                "chair",
                "관세청 차장",
                "attendance",
                List.of(Map.of("kind", "CIVILIAN", "count", 9), Map.of("kind", "INTERNAL", "count", 5)),
                "agenda",
                List.of("3분기 이행 현황", "미흡 과제의 개선 방안")));
        if (no != null) {
            meeting.put("no", no);
        }
        return meeting;
    }

    private static Response register(Map<String, Object> meeting) {
        return writing(Tokens.planner()).body(meeting).post(MEETINGS);
    }

    private static ValidatableResponse change(String id, Map<String, Object> patch) {
        return as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag(null, MEETINGS + "/" + id))
                .body(patch)
                .patch(MEETINGS + "/" + id)
                .then();
    }

    private static void assertTold(String id, String... types) throws JsonProcessingException {
        List<String> told = OwnerSql.texts("SELECT type || ' ' || key || ' ' || convert_from(data, 'UTF8') FROM outbox"
                + " WHERE aggregate = 'meeting/" + id + "' ORDER BY sequence");
        assertThat(told).hasSize(types.length);
        for (int i = 0; i < types.length; i++) {
            assertThat(told.get(i)).startsWith(types[i] + " " + id + " ");
            JsonNode data = new ObjectMapper()
                    .readTree(told.get(i).substring(told.get(i).indexOf('{')));
            new EventContract().assertValid(types[i], data);
            assertThat(data.at("/meeting/version").longValue()).isEqualTo(i);
        }
    }

    @Test
    void aMeetingIsRegisteredByAPlannerAndReadByEverybody() throws JsonProcessingException {
        String plan = knownPlan();

        String path = register(meeting(plan, 8))
                .then()
                .statusCode(201)
                .body("id", equalTo(plan + "-M8"))
                .extract()
                .header("Location");

        anonymous()
                .get(path)
                .then()
                .statusCode(200)
                .body("no", equalTo(8))
                .body("heldAt", equalTo("2024-10-29T05:00:00Z"))
                .body("endsAt", equalTo("2024-10-29T07:30:00Z"))
                .body("heldOn", equalTo("2024-10-29"))
                .body("place", equalTo("서울세관 10층 대회의실"))
                .body("chair", equalTo("관세청 차장"))
                .body("attendance.kind", contains("CIVILIAN", "INTERNAL"))
                .body("attendance.count", contains(9, 5))
                .body("agenda", hasSize(2))
                .body("snapshots", empty())
                .body("note", nullValue())
                .body("source", nullValue())
                .body("version", equalTo(0));
        assertTold(plan + "-M8", "meeting.registered");
    }

    @Test
    void aMeetingIsFoundByItsPlanInTheOrderThatIsAskedFor() {
        String plan = knownPlan();
        register(meeting(plan, 10)).then().statusCode(201);
        register(meeting(plan, 9)).then().statusCode(201);
        Map<String, Object> early = meeting(plan, null);
        early.put("heldAt", "2023-01-10T01:00:00Z");
        early.remove("endsAt");
        register(early).then().statusCode(201).body("id", equalTo(plan + "-M2023-01-10"));

        anonymous().get(MEETINGS + "?plan=" + plan + "&sort=-no").then().body("items.no", contains(10, 9, null));
        anonymous()
                .get(MEETINGS + "?plan=" + plan + "&sort=heldOn,no&limit=1")
                .then()
                .body("items.id", contains(plan + "-M2023-01-10"));
        String cursor = anonymous()
                .get(MEETINGS + "?plan=" + plan + "&sort=heldOn,no&limit=2")
                .path("nextCursor");
        anonymous()
                .queryParam("cursor", cursor)
                .get(MEETINGS + "?plan=" + plan + "&sort=heldOn,no&limit=2")
                .then()
                .body("items.no", contains(10))
                .body("nextCursor", nullValue());
    }

    @Test
    void whoMadeItWhatItIsIsToldToTheStaffAlone() {
        String plan = knownPlan();
        String id = register(meeting(plan, 8)).path("id");
        as(Tokens.planner("p-second"))
                .contentType("application/merge-patch+json")
                .header("If-Match", tag(Tokens.planner(), MEETINGS + "/" + id))
                .body(Map.of("note", "바로잡음"))
                .patch(MEETINGS + "/" + id)
                .then()
                .statusCode(200)
                .body("changedBy.subject", equalTo("p-second"));

        as(Tokens.planner())
                .get(MEETINGS + "?plan=" + plan)
                .then()
                .body("items.changedBy.subject", contains("p-second"))
                .body("items[0].changedBy.roles", contains("PLANNER"));
        as(Tokens.committee())
                .get(MEETINGS + "/" + id)
                .then()
                .body("changedBy.subject", nullValue())
                .body("changedBy.roles", contains("PLANNER"));
        anonymous()
                .get(MEETINGS + "/" + id)
                .then()
                .body("$", hasKey("changedBy"))
                .body("changedBy", nullValue());
        anonymous().get(MEETINGS + "?plan=" + plan).then().body("items.changedBy", contains(nullValue()));
    }

    @Test
    void whatIsNotStatedIsNull() {
        String plan = knownPlan();

        register(Map.of("plan", plan, "no", 1))
                .then()
                .statusCode(201)
                .body("heldAt", nullValue())
                .body("heldOn", nullValue())
                .body("attendance", empty());
        register(Map.of("plan", plan, "heldOn", "2023-10-05"))
                .then()
                .statusCode(201)
                .body("id", equalTo(plan + "-M2023-10-05"))
                .body("no", nullValue())
                .body("heldAt", nullValue())
                .body("heldOn", equalTo("2023-10-05"));
    }

    @Test
    void aMeetingIsThereOnce() {
        String plan = knownPlan();
        register(meeting(plan, 8)).then().statusCode(201);
        register(meeting(plan, null)).then().statusCode(201);

        assertProblem(register(meeting(plan, 8)), 409, "meeting-exists");
        assertProblem(register(meeting(plan, null)), 409, "meeting-exists");
    }

    @Test
    void aCorrectionIsToldWithWhatChangedAndTheEarlierStaysInTheHistory() throws JsonProcessingException {
        String plan = knownPlan();
        String id = register(meeting(plan, 8)).path("id");

        change(id, Map.of("heldAt", "2024-10-30T05:00:00Z", "endsAt", "2024-10-30T06:00:00Z", "note", "하루 늦추어 열림"))
                .statusCode(200)
                .body("heldOn", equalTo("2024-10-30"))
                .body("version", equalTo(1));
        change(id, Map.of("agenda", List.of("3분기 이행 현황", "미흡 과제의 개선 방안")))
                .statusCode(200)
                .body("version", equalTo(1));

        assertTold(id, "meeting.registered", "meeting.changed");
        assertThat(OwnerSql.texts(
                        "SELECT changed::text || ' ' || (content ->> 'heldOn') FROM meeting_history WHERE meeting = '"
                                + id + "' ORDER BY version"))
                .containsExactly("{} 2024-10-29", "{heldAt,endsAt,heldOn,note} 2024-10-30");
    }

    @Test
    void namesTheFrozenReportsThatItReviewed() {
        String plan;
        owners.tellFrom(clock.instant().minus(Duration.ofDays(30)));
        try {
            plan = knownPlan();
            awaitSql("SELECT count(*) FROM told WHERE kind = 'PLAN' AND plan = '" + plan + "'", 1);
        } finally {
            owners.tellAhead();
        }
        String id = register(meeting(plan, 8)).path("id");
        String snapshot = writing(Tokens.planner())
                .body(Map.of("plan", plan, "meeting", id))
                .post("/api/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        change(id, Map.of("snapshots", List.of(snapshot))).statusCode(200).body("snapshots", contains(snapshot));

        change(id, Map.of("snapshots", List.of(snapshot, plan + "-S0")))
                .statusCode(422)
                .body("errors.pointer", contains("/snapshots/1"))
                .body("errors.code", contains("unknown-snapshot"));
        Map<String, Object> elsewhere = meeting(knownPlan(), 8);
        elsewhere.put("snapshots", List.of(snapshot));
        register(elsewhere).then().statusCode(422).body("errors.code", contains("unknown-snapshot"));
    }

    @Test
    void whatWasWrittenOfItCanBeTakenBackOrMadeLessPrecise() {
        String id = register(meeting(knownPlan(), 8)).path("id");
        Map<String, Object> patch = new HashMap<>();
        patch.put("heldAt", null);
        patch.put("endsAt", null);
        patch.put("attendance", null);
        patch.put("heldOn", "2024-10-29");
        patch.put("source", Map.of("document", "보도자료", "publishedOn", "2024-10"));

        change(id, patch)
                .statusCode(200)
                .body("heldAt", nullValue())
                .body("heldOn", equalTo("2024-10-29"))
                .body("attendance", empty())
                .body("source.publishedOn", equalTo("2024-10"));
    }

    @ParameterizedTest
    @CsvSource({
        "heldAt, +12024-10-29T05:00:00Z, /heldAt, wrong",
        "endsAt, 2024-10-29T05:00:00Z, /endsAt, not-after",
        "endsAt, +12024-10-29T05:00:00Z, /endsAt, wrong",
        "heldOn, 2024-10-30, /heldOn, other-day",
        "place, '', /place, size",
        "no, 0, /no, too-small",
        "plan, NOWHERE, /plan, unknown-plan"
    })
    void refusesWhatContradictsItself(String field, String value, String pointer, String code) {
        Map<String, Object> wrong = meeting(knownPlan(), 8);
        wrong.put(field, field.equals("no") ? Integer.valueOf(value) : value);
        if (field.equals("heldAt")) {
            wrong.remove("endsAt");
        }

        Response refused = register(wrong);

        assertProblem(refused, 422, "invalid");
        refused.then().body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void refusesWhatStandsTwiceAndWhatCannotBeToldFromAnother() {
        String plan = knownPlan();
        Map<String, Object> twice = meeting(plan, 8);
        twice.put("attendance", List.of(Map.of("kind", "OTHER", "count", 1), Map.of("kind", "OTHER", "count", 2)));
        twice.put("snapshots", List.of("a", "b", "a"));
        Map<String, Object> endless = new HashMap<>(Map.of("plan", plan, "no", 3, "endsAt", "2024-10-29T05:00:00Z"));

        register(twice).then().statusCode(422).body("errors.pointer", contains("/attendance/1", "/snapshots/2"));
        register(endless).then().statusCode(422).body("errors.code", contains("needs"));
        register(Map.of("plan", plan, "place", "서울"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("number-or-day"));
    }

    @Test
    void takesNoNullInAListAndNoNameOfAPerson() {
        Map<String, Object> holes = meeting(knownPlan(), 8);
        holes.put("agenda", Collections.singletonList(null));
        holes.put("attendance", Arrays.asList((Object) null));

        register(holes).then().statusCode(422).body("errors.pointer", contains("/agenda/0", "/attendance/0"));
        Map<String, Object> named = meeting(knownPlan(), 8);
        named.put("attendance", List.of(Map.of("kind", "CIVILIAN", "count", 1, "name", "홍길동")));
        register(named).then().statusCode(400).body("errors.code", contains("unknown-property"));
    }

    @Test
    void onlyPlannersWriteAndOnlyWhatTheyHaveSeen() {
        String id = register(meeting(knownPlan(), 8)).path("id");
        String path = MEETINGS + "/" + id;

        for (String token :
                new String[] {Tokens.committee(), Tokens.reporter("DAPA"), Tokens.auditor(), Tokens.admin()}) {
            writing(token).body(meeting("X", 1)).post(MEETINGS).then().statusCode(403);
            as(token)
                    .contentType("application/merge-patch+json; charset=UTF-8")
                    .body(Map.of())
                    .patch(path)
                    .then()
                    .statusCode(403);
            as(token).get(path).then().statusCode(200);
        }
        anonymous()
                .contentType("application/json")
                .body(meeting("X", 1))
                .post(MEETINGS)
                .then()
                .statusCode(401);
        as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(Map.of("note", "x"))
                .patch(path)
                .then()
                .statusCode(428);
        as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"7\"")
                .body(Map.of("note", "x"))
                .patch(path)
                .then()
                .statusCode(412);
        change(id, Map.of("no", 9)).statusCode(400);
        anonymous().get(MEETINGS + "/NOWHERE-M1").then().statusCode(404);
        anonymous().get(MEETINGS + "?agency=DAPA").then().statusCode(400);
    }
}
