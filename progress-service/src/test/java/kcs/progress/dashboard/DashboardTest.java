package kcs.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import kcs.chassis.testing.OpenApiContract;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DashboardTest extends ProgressTest {

    @Test
    void showsAPlanWithItsCountsAndTellsThePublishedFromTheDocumented() {
        String plan = stories.plan();
        stories.task(plan, 1);
        ObjectNode documented = Stories.task(plan, 2, "PUBLIC");
        documented.withObject("/task").put("origin", "DOCUMENTED").put("placeholder", true);
        documented
                .withObject("/task")
                .put("representative", false)
                .putNull("area")
                .putNull("areaProvenance");
        Stories.addPartner(documented, "DAPA");
        String second = stories.registered(documented);

        JsonPath shown = eventually(null, board -> task(board, second) != null);

        Map<String, Object> first = task(shown, plan + "-01");
        assertThat(first)
                .containsEntry("origin", "PUBLISHED")
                .containsEntry("area", "SOCIAL_SAFETY")
                .containsEntry("areaProvenance", "ASSIGNED")
                .containsEntry("placeholder", false)
                .containsEntry("stale", false);
        assertThat(task(shown, second))
                .containsEntry("origin", "DOCUMENTED")
                .containsEntry("placeholder", true)
                .containsEntry("area", null)
                .containsEntry("areaProvenance", null);
        shown.setRootPath("plans.find { it.code == '" + plan + "' }");
        assertThat(shown.getMap("totals"))
                .isEqualTo(Map.of(
                        "declared",
                        30,
                        "listed",
                        2,
                        "published",
                        1,
                        "documented",
                        1,
                        "registered",
                        0,
                        "representative",
                        1));
        assertThat(shown.getList("byStatus")).hasSize(7).contains(Map.of("status", "SELECTED", "count", 2));
        assertThat(shown.getList("areas.code")).containsExactly("SOCIAL_SAFETY", null);
        assertThat(shown.getList("areas.total")).containsExactly(1, 1);
        assertThat(shown.getList("byAgency.agency")).containsExactly("KCS", "DAPA");
        assertThat(shown.getMap("byAgency[0]"))
                .containsEntry("total", 2)
                .containsEntry("lead", 2)
                .containsEntry("partner", 0);
    }

    @Test
    void showsAMoveAndWhyItWasMade() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");

        stories.move(task, "IN_PROGRESS");

        Map<String, Object> moved = awaitTask(null, task, "IN_PROGRESS");
        assertThat(moved).containsEntry("version", 1);
        Map<String, Object> newest = changesOf(dashboard(null), task).get(0);
        assertThat(newest)
                .containsEntry("type", "task.status-changed")
                .containsEntry("from", "SELECTED")
                .containsEntry("to", "IN_PROGRESS")
                .containsEntry("reason", "착수 IN_PROGRESS")
                .containsEntry("at", moved.get("changedAt"));
    }

    @Test
    void callsAnAgencyByItsNameOfTheDay() {
        ObjectNode agency = Stories.agency("NAMED", "옛 이름");
        Stories.addName(agency, "오늘 이름", "2024-08-21");
        Stories.addName(agency, "뒷날 이름", "2999-01-01");
        owners.tell("agency.registered", agency);

        JsonPath shown = eventually(null, board -> board.get("agencies.find { it.code == 'NAMED' }") != null);

        assertThat(shown.getString("agencies.find { it.code == 'NAMED' }.name.ko"))
                .isEqualTo("오늘 이름");
    }

    @Test
    void answersWithATagAnd304UntilSomethingChanges() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        Response first = anonymous().get("/api/v1/dashboard");

        Response again =
                anonymous().header("If-None-Match", first.header("ETag")).get("/api/v1/dashboard");
        stories.move(task, "IN_PROGRESS");
        awaitTask(null, task, "IN_PROGRESS");
        Response changed =
                anonymous().header("If-None-Match", first.header("ETag")).get("/api/v1/dashboard");

        assertThat(first.header("ETag")).startsWith("\"");
        assertThat(first.header("Vary")).isEqualTo("Authorization, Cookie, Accept-Encoding");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheSameBytesCompressedUnderATagOfTheirOwn() throws IOException {
        Response plain = undecoded(null);

        Response gzip = undecoded("gzip");
        Response known =
                anonymous().header("If-None-Match", gzip.header("ETag")).get("/api/v1/dashboard");

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(gzip.asInputStream())) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.asByteArray());
        }
        assertThat(gzip.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(DashboardRoutes.takesGzip("br, gzip;q=0")).isFalse();
        assertThat(DashboardRoutes.takesGzip("br, GZIP;q=0.5")).isTrue();
    }

    private static Response undecoded(String encoding) {
        var request = RestAssured.given()
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
        return (encoding == null ? request : request.header("Accept-Encoding", encoding)).get("/api/v1/dashboard");
    }

    @Test
    void answersHeadWithoutABodyAndRefusesOtherMethods() {
        Response head = anonymous().head("/api/v1/dashboard");
        Response post = anonymous().body("{}").post("/api/v1/dashboard");
        Response stream = anonymous().delete("/api/v1/dashboard/stream");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
        OpenApiContract.assertProblem(post, 405, "method-not-allowed");
        OpenApiContract.assertProblem(stream, 405, "method-not-allowed");
    }

    @Test
    void refusesATokenThatIsNotValid() {
        Response expired = as(Tokens.expired()).get("/api/v1/dashboard");

        OpenApiContract.assertProblem(expired, 401, "unauthenticated");
    }

    @Test
    void showsGovernmentTasksOnlyToWhomTheyAreFor() {
        String plan = stories.plan();
        String open = stories.task(plan, 1);
        String hidden = stories.hiddenTask(plan, 2, "DAPA");
        awaitTask(Tokens.planner(), hidden, "SELECTED");
        awaitTask(null, open, "SELECTED");

        for (String token : List.of(Tokens.planner(), Tokens.committee(), Tokens.auditor(), Tokens.reporter("DAPA"))) {
            JsonPath shown = eventually(token, board -> task(board, hidden) != null);
            assertThat(listed(shown, plan)).isEqualTo(2);
            assertThat(changesOf(shown, hidden)).isNotEmpty();
        }
        for (JsonPath shown : List.of(
                dashboard(null),
                dashboard(Tokens.admin()),
                dashboard(Tokens.reporter("MOTIE")),
                dashboard(Tokens.nobody()))) {
            assertThat(shown.prettify()).doesNotContain(hidden);
            assertThat(listed(shown, plan)).isEqualTo(1);
            assertThat(shown.getList("plans.find { it.code == '" + plan + "' }.byAgency.agency"))
                    .containsExactly("KCS");
        }
    }

    @Test
    void takesATaskThatTurnsGovernmentOnlyOutOfTheFeedToo() {
        String task = stories.task(stories.plan(), 1);
        stories.move(task, "IN_PROGRESS");
        awaitTask(null, task, "IN_PROGRESS");

        stories.show(task, "GOVERNMENT");

        JsonPath shown = eventually(null, board -> task(board, task) == null);
        assertThat(shown.prettify()).doesNotContain(task);
        assertThat(changesOf(dashboard(Tokens.planner()), task)).hasSize(3);
    }

    private static int listed(JsonPath shown, String plan) {
        return shown.getInt("plans.find { it.code == '" + plan + "' }.totals.listed");
    }

    @Test
    void bringsAnAudienceThatWasAskedForAgainUpToDate() {
        await().untilAsserted(() -> assertThat(dashboard(Tokens.reporter("KCS")).getString("cursor"))
                .isEqualTo(dashboard(null).getString("cursor")));
    }
}
