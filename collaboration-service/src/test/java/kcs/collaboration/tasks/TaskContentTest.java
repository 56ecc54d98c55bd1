package kcs.collaboration.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.collaboration.CollaborationTest;
import kcs.collaboration.OwnerSql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskContentTest extends CollaborationTest {

    @Test
    void theCatalogueIsThereWithItsProvenance() {
        assertThat(listed("plan=KCS-2024&origin=PUBLISHED")).isEqualTo(10);
        assertThat(listed("plan=KCS-2024&origin=DOCUMENTED")).isEqualTo(20);
        anonymous()
                .get("/api/v1/tasks/KCS-2024-01")
                .then()
                .statusCode(200)
                .body("title.ko", equalTo("전략물자 불법 수출 차단"))
                .body("status", equalTo("SELECTED"))
                .body("origin", equalTo("PUBLISHED"))
                .body("placeholder", equalTo(false))
                .body("areaProvenance", equalTo("ASSIGNED"))
                .body("summary", nullValue())
                .body("endsOn", nullValue())
                .body("participations.findAll { it.role == 'LEAD' }.agency", contains("KCS"))
                .body("participations.findAll { it.role == 'INVOLVED' }.agency", contains("KOSTI"))
                .body("indicators[0].baseline", equalTo(1));
        anonymous()
                .get("/api/v1/tasks/KCS-2024-24")
                .then()
                .body("placeholder", equalTo(true))
                .body("recognitions[0].award", equalTo("우수상"))
                .body("partnersOpen", equalTo(true));
        anonymous()
                .get("/api/v1/plans/SMART-2024")
                .then()
                .statusCode(200)
                .body("declaredTaskCount", equalTo(100))
                .body("proposalChannels", hasSize(4));
    }

    @Test
    void listsByAgencyAreaAndPartOfTheTitle() {
        assertThat(listed("agency=DAPA&origin=PUBLISHED")).isEqualTo(1);
        assertThat(listed("area=GLOBAL_STANDARD&origin=PUBLISHED&origin=DOCUMENTED"))
                .isEqualTo(8);
        assertThat(listed("q=마약&origin=PUBLISHED")).isEqualTo(1);
        assertThat(listed("q=DRUG&origin=PUBLISHED")).isEqualTo(1);
        anonymous().get("/api/v1/tasks?colour=red").then().statusCode(400).body("errors[0].pointer", equalTo("colour"));
        anonymous().get("/api/v1/tasks?sort=colour").then().statusCode(400);
        anonymous().get("/api/v1/tasks?limit=201").then().statusCode(400);
        anonymous().get("/api/v1/tasks?cursor=abc").then().statusCode(400);
    }

    @Test
    void pagesMissNothingAndRepeatNothing() {
        String query = "/api/v1/tasks?plan=KCS-2024&origin=PUBLISHED&origin=DOCUMENTED&sort=-status,title&limit=7";
        List<String> codes = new java.util.ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = anonymous()
                    .get(query + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200);
            codes.addAll(page.extract().path("items.code"));
            cursor = page.extract().path("nextCursor");
        }
        assertThat(codes).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aTagAnswers304AndDiffersByWhatTheCallerMayDo() {
        String tag = anonymous().get("/api/v1/tasks/KCS-2024-02").header("ETag");

        anonymous()
                .header("If-None-Match", tag)
                .get("/api/v1/tasks/KCS-2024-02")
                .then()
                .statusCode(304);
        assertThat(tagOf("KCS-2024-02")).isNotEqualTo(tag);
    }

    @Test
    void anUnreadableRegistrationSaysWhereItIsWrong() {
        refused("{\"colour\":1}", 400).body("errors[0].code", equalTo("unknown-property"));
        refused("{\"plan\":5}", 400).body("errors[0].pointer", equalTo("/plan"));
        refused("{\"plan\":\"A\"} x", 400).body("errors[0].code", notNullValue());
        refused("{\"title\":{\"ko\":\"a\\u0000\"}}", 400).body("errors[0].code", equalTo("malformed-unicode"));
        refused("{\"title\":{\"ko\":\"\\ud800\"}}", 400).body("errors[0].code", equalTo("malformed-unicode"));
        refused("{\"status\":\"COMPLETED\"}", 400).body("errors[0].code", equalTo("unknown-property"));
        refused("[]", 400);
        refused("{\"plan\":\"KCS-2024\"}", 422).body("errors.pointer", hasItem("/title"));
        refused("{\"title\":{\"ko\":\"" + "가".repeat(400_000) + "\"}}", 413);
    }

    @Test
    void aTaskNamesOnlyKnownAgenciesAreasAndPlans() {
        Map<String, Object> body = Map.of(
                "plan",
                "KCS-2024",
                "title",
                Map.of("ko", "과제"),
                "area",
                "NOWHERE",
                "participations",
                List.of(Map.of("agency", "KCS", "role", "LEAD")));
        planner().body(body).post("/api/v1/tasks").then().statusCode(422).body("errors[0].pointer", equalTo("/area"));
        planner()
                .body(Map.of(
                        "plan", "KCS-2024",
                        "title", Map.of("ko", "과제"),
                        "participations", List.of(Map.of("agency", "NOBODY", "role", "LEAD"))))
                .post("/api/v1/tasks")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-agency"));
        planner()
                .body(Map.of(
                        "plan", "NO-PLAN",
                        "title", Map.of("ko", "과제"),
                        "participations", List.of(Map.of("agency", "KCS", "role", "LEAD"))))
                .post("/api/v1/tasks")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-plan"));
    }

    @Test
    void aMergePatchChangesWhatItNamesAndNothingElse() {
        String code = register(Map.of("visibility", "PUBLIC", "measures", List.of("하나")));

        patch(code, "{\"title\":{\"en\":\"Renamed\"},\"summary\":{\"ko\":\"요약\"}}")
                .statusCode(200)
                .body("title.en", equalTo("Renamed"))
                .body("title.ko", notNullValue())
                .body("measures", contains("하나"))
                .body("version", equalTo(1));
        patch(code, "{\"summary\":null}").statusCode(200).body("summary", nullValue());
        patch(code, "{\"participations\":[]}").statusCode(400);
        anonymous()
                .get("/api/v1/tasks/{code}/history", code)
                .then()
                .statusCode(200)
                .body("items.action", contains("REGISTERED", "CHANGED", "CHANGED"))
                .body("items[1].changes.field", hasItem("summary"));
    }

    @Test
    void historyIsSortedAndCountedLikeEveryList() {
        String code = registered();
        patch(code, "{\"summary\":{\"ko\":\"요약\"}}").statusCode(200);

        anonymous()
                .get("/api/v1/tasks/{code}/history?sort=-version&count=true", code)
                .then()
                .statusCode(200)
                .body("items.action", contains("CHANGED", "REGISTERED"))
                .body("total", equalTo(2));
    }

    @Test
    void aDateOnceSetChangesOnlyWithAReason() {
        String milestone = "{\"milestones\":[{\"id\":\"M1\",\"title\":{\"ko\":\"착수\"},\"dueOn\":\"%s\"}]%s}";
        String code = registered();
        patch(code, milestone.formatted("2026-01-31", "")).statusCode(200);

        patch(code, milestone.formatted("2026-02-28", ""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        patch(code, milestone.formatted("2026-02-28", ",\"reason\":\"예산 지연\""))
                .statusCode(200)
                .body("rescheduled[0].from", equalTo("2026-01-31"))
                .body("rescheduled[0].reason", equalTo("예산 지연"));
    }

    @Test
    void aHeldPlaceIsFilledAndKeepsWhatStoodThere() {
        String place = heldPlace();
        Map<String, Object> real = Map.of(
                "title", Map.of("ko", "실제 과제"),
                "visibility", "PUBLIC",
                "participations", List.of(Map.of("agency", "KCS", "role", "LEAD")));

        fill(place, real)
                .statusCode(201)
                .body("origin", equalTo("REGISTERED"))
                .body("placeholder", equalTo(false))
                .body("title.ko", equalTo("실제 과제"));
        fill(place, real).statusCode(409).body("type", equalTo("/problems/not-a-held-place"));
        anonymous()
                .get("/api/v1/tasks/{code}/history", place)
                .then()
                .body("items[1].action", equalTo("PLACE_FILLED"))
                .body("items[1].changes.find { it.field == 'title' }.from.ko", equalTo("자리만 있는 과제"));
    }

    /** A place of the test's own, so that those of the catalogue stay: only the owner of the database can make one. */
    private static String heldPlace() {
        String code =
                register(Map.of("title", Map.of("ko", "자리만 있는 과제"), "visibility", "PUBLIC", "plan", "SMART-2024"));
        OwnerSql.run("UPDATE task SET origin = 'DOCUMENTED', placeholder = true WHERE code = '" + code + "'");
        return code;
    }

    private static ValidatableResponse fill(String place, Map<String, Object> real) {
        return planner()
                .header("If-Match", tagOf(place))
                .body(real)
                .post("/api/v1/tasks/{code}/registrations", place)
                .then();
    }

    @Test
    void participationsAreSetAndEndedNeverErased() {
        String code = registered();

        planner()
                .header("If-Match", tagOf(code))
                .body(Map.of("role", "PARTNER", "department", "국제협력과"))
                .put("/api/v1/tasks/{code}/participations/MOFA", code)
                .then()
                .statusCode(200)
                .body("participations.agency", hasItem("MOFA"));
        as(Tokens.planner())
                .header("If-Match", tagOf(code))
                .delete("/api/v1/tasks/{code}/participations/MOFA?until=2026-12-31&reason=종료", code)
                .then()
                .statusCode(200)
                .body("participations.find { it.agency == 'MOFA' }.until", equalTo("2026-12-31"));
        as(Tokens.planner())
                .header("If-Match", tagOf(code))
                .delete("/api/v1/tasks/{code}/participations/KCS?reason=종료", code)
                .then()
                .statusCode(409);
        as(Tokens.planner())
                .delete("/api/v1/tasks/{code}/participations/DAPA?reason=종료", code)
                .then()
                .statusCode(428);
    }

    private static ValidatableResponse refused(String body, int status) {
        return planner()
                .body(body)
                .post("/api/v1/tasks")
                .then()
                .statusCode(status)
                .body("title", notNullValue());
    }

    private static ValidatableResponse patch(String code, String body) {
        return as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", tagOf(code))
                .body(body)
                .patch("/api/v1/tasks/{code}", code)
                .then();
    }
}
