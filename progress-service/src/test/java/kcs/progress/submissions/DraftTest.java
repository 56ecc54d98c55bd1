package kcs.progress.submissions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts: when they were saved, who is told of them, and that they can be thrown away. */
@QuarkusTest
class DraftTest extends RoundTest {
    private static final String MINUTE = "2024-09-24T15:00:";

    private String plan;
    private String dapa;

    @BeforeEach
    void openARound() {
        plan = knownPlan();
        String task = taskInProgress(plan, 1, "DAPA", "CNCD");
        openCycle(plan);
        dapa = checkpoint(task, "DAPA");
        clock.set(Instant.parse(MINUTE + "00Z"));
    }

    private ValidatableResponse save(String token, String checkpoint) {
        return writing(token)
                .body(progress(10))
                .put(path(checkpoint) + "/draft")
                .then();
    }

    @Test
    void saysWhenItWasSaved() {
        String savedAt = save(Tokens.reporter("DAPA"), dapa)
                .statusCode(200)
                .body("percentComplete", equalTo(10))
                .body("savedAt", startsWith(MINUTE))
                .extract()
                .path("savedAt");

        as(Tokens.reporter("DAPA"))
                .get(path(dapa) + "/draft")
                .then()
                .statusCode(200)
                .body("achievements", equalTo("연계 시험을 마침"))
                .body("savedAt", equalTo(savedAt));
    }

    @Test
    void aCheckpointSaysToThoseWhoFileItWhenItsDraftWasSaved() {
        as(Tokens.reporter("DAPA"))
                .get(path(dapa))
                .then()
                .body("$", hasKey("draftSavedAt"))
                .body("draftSavedAt", nullValue());
        save(Tokens.reporter("DAPA"), dapa).statusCode(200);

        as(Tokens.reporter("DAPA")).get(path(dapa)).then().body("draftSavedAt", startsWith(MINUTE));
        for (String other :
                new String[] {Tokens.planner(), Tokens.reporter("KCS"), Tokens.auditor(), Tokens.committee()}) {
            as(other)
                    .get(path(dapa))
                    .then()
                    .statusCode(200)
                    .body("$", hasKey("draftSavedAt"))
                    .body("draftSavedAt", nullValue());
        }
        as(Tokens.reporter("DAPA"))
                .get("/api/v1/checkpoints?plan=" + plan + "&agency=DAPA")
                .then()
                .body("items[0]", not(hasKey("draftSavedAt")));
    }

    @Test
    void isThrownAwayByWhoeverMaySaveItAndHasSeenIt() {
        String draft = path(dapa) + "/draft";
        String tag = save(Tokens.reporter("DAPA"), dapa).extract().header("ETag");

        as(Tokens.reporter("KCS")).header("If-Match", tag).delete(draft).then().statusCode(403);
        as(Tokens.planner()).header("If-Match", tag).delete(draft).then().statusCode(403);
        anonymous().header("If-Match", tag).delete(draft).then().statusCode(401);
        as(Tokens.reporter("DAPA")).delete(draft).then().statusCode(428);
        as(Tokens.reporter("DAPA"))
                .header("If-Match", "\"7\"")
                .delete(draft)
                .then()
                .statusCode(412);
        as(Tokens.reporter("DAPA")).header("If-Match", tag).delete(draft).then().statusCode(204);

        as(Tokens.reporter("DAPA")).get(draft).then().statusCode(404);
        as(Tokens.reporter("DAPA"))
                .header("If-Match", tag)
                .delete(draft)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        as(Tokens.reporter("DAPA")).get(path(dapa)).then().body("draftSavedAt", nullValue());
    }

    @Test
    void whatWasReadOfOneThrownAwayDoesNotReplaceTheNext() {
        String draft = path(dapa) + "/draft";
        String old = save(Tokens.reporter("DAPA"), dapa).extract().header("ETag");
        as(Tokens.reporter("DAPA")).header("If-Match", old).delete(draft).then().statusCode(204);
        String next = save(Tokens.reporter("DAPA"), dapa).extract().header("ETag");

        writing(Tokens.reporter("DAPA"))
                .header("If-Match", old)
                .body(progress(20))
                .put(draft)
                .then()
                .statusCode(412);

        as(Tokens.reporter("DAPA"))
                .get(draft)
                .then()
                .header("ETag", equalTo(next))
                .body("percentComplete", equalTo(10));
    }

    @Test
    void thatOfAProxyIsThePlanners() {
        String abroad = dapa.replace("DAPA", "CNCD");
        String tag = save(Tokens.planner(), abroad).statusCode(200).extract().header("ETag");

        as(Tokens.planner()).get(path(abroad)).then().body("draftSavedAt", startsWith(MINUTE));
        as(Tokens.planner())
                .header("If-Match", tag)
                .delete(path(abroad) + "/draft")
                .then()
                .statusCode(204);
    }
}
