package kcs.progress.cycles;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.Test;

/** Who made a cycle what it is: told to the staff, never to the public. */
@QuarkusTest
class CycleChangedByTest extends RoundTest {
    private static final String CYCLES = "/api/v1/cycles";

    private static String planned(String plan) {
        return writing(Tokens.planner("p-first"))
                .body(cycle(plan, "2024Q3"))
                .post(CYCLES)
                .then()
                .statusCode(201)
                .body("changedBy.subject", equalTo("p-first"))
                .body("changedBy.roles", contains("PLANNER"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse change(String token, String id, String guidance) {
        return as(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag(token, CYCLES + "/" + id))
                .body(Map.of("guidance", guidance))
                .patch(CYCLES + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverChangedItLastIsTold() {
        String id = planned(knownPlan());

        change(Tokens.planner("p-second"), id, "다르게 적습니다").body("changedBy.subject", equalTo("p-second"));
        change(Tokens.planner("p-third"), id, "다르게 적습니다").body("changedBy.subject", equalTo("p-second"));

        as(Tokens.planner())
                .get(CYCLES + "/" + id)
                .then()
                .body("changedBy.subject", equalTo("p-second"))
                .body("changedBy.roles", contains("PLANNER"))
                .body("changedBy", hasKey("agency"))
                .body("changedAt", notNullValue());
        as(Tokens.auditor()).get(CYCLES + "/" + id).then().body("changedBy.subject", equalTo("p-second"));
    }

    @Test
    void thePublicIsToldOfNobodyAndOthersAreToldNoName() {
        String plan = knownPlan();
        String id = planned(plan);

        anonymous().get(CYCLES + "/" + id).then().body("$", hasKey("changedBy")).body("changedBy", nullValue());
        anonymous().get(CYCLES + "?plan=" + plan).then().body("items.changedBy", contains(nullValue()));
        as(Tokens.reporter("DAPA"))
                .get(CYCLES + "/" + id)
                .then()
                .body("changedBy.subject", nullValue())
                .body("changedBy.roles", contains("PLANNER"));
        as(Tokens.planner()).get(CYCLES + "?plan=" + plan).then().body("items.changedBy.subject", contains("p-first"));
    }

    @Test
    void whatTheCalendarOpenedWasChangedByNobody() {
        String id = planned(knownPlan());

        clock.set(OPENS);
        awaitSql("SELECT count(*) FROM cycle WHERE id = '" + id + "' AND status = 'OPEN'", 1);

        as(Tokens.planner())
                .get(CYCLES + "/" + id)
                .then()
                .body("status", equalTo("OPEN"))
                .body("changedBy", nullValue());
    }
}
