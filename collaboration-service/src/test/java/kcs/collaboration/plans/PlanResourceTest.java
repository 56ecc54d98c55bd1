package kcs.collaboration.plans;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.Tokens;
import kcs.collaboration.CollaborationTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanResourceTest extends CollaborationTest {

    @Test
    void aPlanIsRegisteredWithItsTreeOfAreas() {
        String code = plan(List.of(area("TOP", null), area("INNER", "TOP")));

        anonymous()
                .get("/api/v1/plans/{code}", code)
                .then()
                .statusCode(200)
                .body("areas.parent", contains(null, "TOP"))
                .body("declaredTaskCount", nullValue());
        anonymous().get("/api/v1/plans").then().statusCode(200).body("items.code", hasItems("KCS-2024", code));
    }

    @Test
    void anAreaLiesNotWithinItself() {
        refusedAreas(List.of(area("A", "B"), area("B", "A")), "/areas/0/parent");
        refusedAreas(List.of(area("A", "NOWHERE")), "/areas/0/parent");
        refusedAreas(List.of(area("A", null), area("A", null)), "/areas/1/code");
    }

    private static void refusedAreas(List<Map<String, Object>> areas, String pointer) {
        planner()
                .body(body(newCode(), areas))
                .post("/api/v1/plans")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aCodeIsTakenOnce() {
        planner().body(body("KCS-2024", List.of())).post("/api/v1/plans").then().statusCode(409);
    }

    @Test
    void anAreaThatATaskNamesCannotGo() {
        String code = plan(List.of(area("USED", null)));
        register(Map.of("plan", code, "area", "USED", "visibility", "PUBLIC"));

        patch(code, "{\"areas\":[]}", 409, "/problems/still-in-use");
    }

    @Test
    void aPlanIsChangedByAPlannerWhoSawIt() {
        String code = plan(List.of());
        String path = "/api/v1/plans/" + code;
        String patch = "{\"declaredTaskCount\":7}";

        as(Tokens.committee())
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(403);
        as(Tokens.planner())
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(428);
        as(Tokens.planner())
                .contentType("application/merge-patch+json")
                .header("If-Match", anonymous().get(path).header("ETag"))
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200)
                .body("declaredTaskCount", equalTo(7))
                .body("version", equalTo(1));
    }

    @Test
    void whoMadeItWhatItIsIsToldToTheStaffAlone() {
        String code = plan(List.of());
        String path = "/api/v1/plans/" + code;
        String all = "/api/v1/plans?limit=200";
        String ours = "items.find { it.code == '%s' }.changedBy".formatted(code);

        as(Tokens.planner("p-second"))
                .contentType("application/merge-patch+json")
                .header("If-Match", anonymous().get(path).header("ETag"))
                .body("{\"declaredTaskCount\":7}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("changedBy.subject", equalTo("p-second"));

        as(Tokens.planner())
                .get(path)
                .then()
                .body("changedBy.subject", equalTo("p-second"))
                .body("changedBy.roles", contains("PLANNER"))
                .body("changedBy", hasKey("agency"));
        as(Tokens.planner()).get(all).then().body(ours + ".subject", equalTo("p-second"));
        as(Tokens.reporter("DAPA"))
                .get(path)
                .then()
                .body("changedBy.subject", nullValue())
                .body("changedBy.roles", contains("PLANNER"));
        anonymous().get(path).then().body("$", hasKey("changedBy")).body("changedBy", nullValue());
        anonymous().get(all).then().body("items.code", hasItems(code)).body(ours, nullValue());
    }

    @Test
    void thePlanOfTheCatalogueWasChangedByNobody() {
        as(Tokens.auditor())
                .get("/api/v1/plans/KCS-2024")
                .then()
                .statusCode(200)
                .body("changedBy", nullValue());
    }

    private static void patch(String code, String patch, int status, String problem) {
        as(Tokens.planner())
                .contentType("application/merge-patch+json")
                .header("If-Match", anonymous().get("/api/v1/plans/" + code).header("ETag"))
                .body(patch)
                .patch("/api/v1/plans/{code}", code)
                .then()
                .statusCode(status)
                .body("type", equalTo(problem));
    }

    private static String plan(List<Map<String, Object>> areas) {
        return planner()
                .body(body(newCode(), areas))
                .post("/api/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static String newCode() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> body(String code, List<Map<String, Object>> areas) {
        return Map.of("code", code, "title", Map.of("ko", "시험 계획"), "leadAgency", "KCS", "areas", areas);
    }

    private static Map<String, Object> area(String code, String parent) {
        Map<String, Object> area = new java.util.HashMap<>(Map.of("code", code, "name", Map.of("ko", "분야")));
        area.put("parent", parent);
        return area;
    }
}
