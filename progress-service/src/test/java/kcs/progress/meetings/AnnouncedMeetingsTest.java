package kcs.progress.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.Owners;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.Test;

/** The meeting that the announcement of the plan tells of. */
@QuarkusTest
class AnnouncedMeetingsTest extends RoundTest {
    private static final String SEVENTH = "/api/v1/meetings/KCS-2024-M7";

    @Inject
    AnnouncedMeetings announced;

    @Inject
    CurrentCaller current;

    private void tellThePlan() {
        ObjectNode data = Owners.JSON.createObjectNode();
        ObjectNode plan = data.putObject("plan").put("code", "KCS-2024");
        plan.putObject("title").put("ko", "관세청-부처 간 협업 강화 이행방안").putNull("en");
        plan.put("leadAgency", "KCS").put("announcedOn", "2024-06-19").put("declaredTaskCount", 30);
        plan.putArray("areas");
        plan.putArray("proposalChannels");
        plan.put("version", 0);
        owners.tell("plan.registered", data);
        awaitSql("SELECT count(*) FROM known_plan WHERE code = 'KCS-2024'", 1);
    }

    private void loadAgain() {
        current.as(Caller.system("daily"), () -> {
            announced.run(LocalDate.of(2024, 9, 24));
            return null;
        });
    }

    @Test
    void theSeventhIsLoadedOnceWithItsPlanAndStaysAsAPlannerHasIt() {
        anonymous().get(SEVENTH).then().statusCode(404);
        loadAgain();
        anonymous().get(SEVENTH).then().statusCode(404);

        tellThePlan();
        owners.tell("task.registered", Stories.task("KCS-2024", 1, "PUBLIC"));
        awaitSql("SELECT count(*) FROM meeting WHERE id = 'KCS-2024-M7'", 1);

        anonymous()
                .get(SEVENTH)
                .then()
                .body("no", equalTo(7))
                .body("heldAt", equalTo("2024-06-19T01:00:00Z"))
                .body("endsAt", equalTo("2024-06-19T03:00:00Z"))
                .body("heldOn", equalTo("2024-06-19"))
                .body("place", equalTo("서울세관 10층 대회의실"))
                .body("chair", equalTo("관세청 차장"))
                .body("attendance.kind", contains("CIVILIAN", "GOVERNMENT"))
                .body("attendance.count", contains(9, 5))
                .body("agenda", contains("관세청-부처 간 협업 강화 이행방안 발표 및 발전 방안 논의"))
                .body("source.publishedOn", equalTo("2024-06-20"))
                .body("note", nullValue());

        as(Tokens.planner())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag(null, SEVENTH))
                .body(Map.of("note", "담당자가 적음"))
                .patch(SEVENTH)
                .then()
                .statusCode(200);
        loadAgain();
        owners.tell("task.registered", Stories.task("KCS-2024", 2, "PUBLIC"));
        awaitSql("SELECT count(*) FROM known_task WHERE plan = 'KCS-2024'", 2);

        anonymous().get(SEVENTH).then().body("note", equalTo("담당자가 적음")).body("version", equalTo(1));
        assertThat(OwnerSql.texts("SELECT actor FROM meeting_history WHERE meeting = 'KCS-2024-M7' ORDER BY version"))
                .hasSize(2)
                .startsWith("system:catalogue");
        assertThat(OwnerSql.texts("SELECT type FROM outbox WHERE aggregate = 'meeting/KCS-2024-M7' ORDER BY sequence"))
                .containsExactly("meeting.registered", "meeting.changed");
    }
}
