package kcs.progress.checkpoints;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import kcs.chassis.testing.Tokens;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists of checkpoints say of each besides where it stands. */
@QuarkusTest
class CheckpointListTest extends RoundTest {
    private String plan;
    private String dapa;

    @BeforeEach
    void openARound() {
        plan = knownPlan();
        String task = taskInProgress(plan, 1, "DAPA", "MOTIE");
        openCycle(plan);
        dapa = checkpoint(task, "DAPA");
    }

    private String list(String besides) {
        return "/api/v1/checkpoints?plan=" + plan + besides;
    }

    @Test
    void isLateByTheDaysUntilTodayWhileItIsOverdue() {
        clock.set(DUE.plusDays(7));

        as(Tokens.planner())
                .get(path(dapa))
                .then()
                .body("timeliness", equalTo("OVERDUE"))
                .body("daysLate", equalTo(7));
        as(Tokens.planner())
                .get("/api/v1/checkpoints?plan=" + plan + "&agency=DAPA")
                .then()
                .body("items.daysLate", contains(7));
        clock.set(LOCKS.plusDays(1));
        as(Tokens.planner())
                .get(path(dapa))
                .then()
                .body("timeliness", equalTo("MISSED"))
                .body("daysLate", equalTo(0));
    }

    @Test
    void isSortedByWhenItWasFiledLast() {
        clock.set(DUE.minusDays(2));
        file(dapa.replace("DAPA", "MOTIE"), progress(1)).statusCode(201);
        clock.set(DUE.minusDays(1));
        file(dapa, progress(2)).statusCode(201);

        as(Tokens.planner())
                .get(list("&sort=-lastSubmittedAt"))
                .then()
                .statusCode(200)
                .body("items.agency", contains("DAPA", "MOTIE", "KCS"));
        String cursor =
                as(Tokens.planner()).get(list("&sort=lastSubmittedAt&limit=1")).path("nextCursor");
        as(Tokens.planner())
                .queryParam("cursor", cursor)
                .get(list("&sort=lastSubmittedAt&limit=2"))
                .then()
                .statusCode(200)
                .body("items.agency", contains("MOTIE", "DAPA"));
    }

    @Test
    void saysWhetherTheCallerMayReviewIt() {
        file(dapa, progress(1)).statusCode(201).body("mayReview", equalTo(false));

        as(Tokens.planner())
                .get(list("&sort=agency"))
                .then()
                .body("items.agency", contains("DAPA", "KCS", "MOTIE"))
                .body("items.mayReview", contains(true, false, false));
        as(Tokens.planner()).get(path(dapa)).then().body("mayReview", equalTo(true));
        as(Tokens.auditor()).get(path(dapa)).then().body("mayReview", equalTo(false));
        accept(dapa).statusCode(201).body("mayReview", equalTo(false));
    }
}
