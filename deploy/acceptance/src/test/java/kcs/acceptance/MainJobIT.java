package kcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job, whole, as its users do it: from a fresh start to a change that everybody sees. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static Suite suite;

    @BeforeAll
    static void start() throws IOException {
        suite = new Suite(folder.resolve("data"));
        Suite.Result up = suite.command("up", "--detach");
        assertThat(up.code()).as(up.output()).isZero();
    }

    @AfterAll
    static void end() {
        suite.close();
    }

    @Test
    @Order(1)
    void loadsTheThirtyTasksOfThePlan() {
        JsonNode page = suite.json("/api/v1/tasks?plan=KCS-2024&count=true&limit=200", null);

        assertThat(page.path("total").asInt()).isEqualTo(30);
        assertThat(page.path("items").findValuesAsText("origin"))
                .hasSize(30)
                .filteredOn("PUBLISHED"::equals)
                .hasSize(10);
    }

    @Test
    @Order(2)
    void letsOnlyAPlannerMoveATask() {
        assertThat(suite.move("KCS-2024-01", "IN_PROGRESS", null).statusCode()).isEqualTo(401);
        assertThat(suite.move("KCS-2024-01", "IN_PROGRESS", suite.token("reporter", "MOTIE"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(suite.move("KCS-2024-01", "IN_PROGRESS", suite.token("committee"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(3)
    void showsAChangeToEveryoneWhoWatches() {
        try (EventStream publicWatcher = suite.watch(null)) {
            await().atMost(SOON).until(publicWatcher::isOpen);

            HttpResponse<String> moved = suite.move("KCS-2024-01", "IN_PROGRESS", suite.token("planner"));

            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(201);
            await().atMost(SOON).untilAsserted(() -> {
                List<EventStream.Event> changes = publicWatcher.changesOf("KCS-2024-01");
                assertThat(changes).hasSize(1);
                JsonNode change = changes.get(0).data();
                assertThat(change.path("change").path("from").asText()).isEqualTo("SELECTED");
                assertThat(change.path("change").path("to").asText()).isEqualTo("IN_PROGRESS");
                assertThat(change.path("task").path("status").asText()).isEqualTo("IN_PROGRESS");
            });
            // Its bytes are made anew after the change is sent on.
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(statusOnTheDashboard("KCS-2024-01")).isEqualTo("IN_PROGRESS"));
        }
    }

    @Test
    @Order(4)
    void agreesWithItsSources() {
        assertThat(suite.get("/api/v1/dashboard/reconciliation", null).statusCode())
                .isEqualTo(401);
        assertThat(suite.get("/api/v1/dashboard/reconciliation", suite.token("reporter", "MOTIE"))
                        .statusCode())
                .isEqualTo(403);
        awaitAgreement();
    }

    @Test
    @Order(5)
    void losesNothingWhenTheDashboardIsKilled() {
        String seenUntil;
        try (EventStream watcher = suite.watch(null)) {
            await().atMost(SOON).until(watcher::isOpen);
            seenUntil = watcher.lastId();
        }
        suite.kill("progress-service");
        assertThat(suite.get("/api/v1/dashboard", null).statusCode()).isEqualTo(503);
        HttpResponse<String> moved = suite.move("KCS-2024-02", "IN_PROGRESS", suite.token("planner"));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(201);

        Suite.Result up = suite.command("up");

        assertThat(up.code()).as(up.output()).isZero();
        await().atMost(SOON).until(() -> statusOnTheDashboard("KCS-2024-02").equals("IN_PROGRESS"));
        assertThat(statusOnTheDashboard("KCS-2024-01")).isEqualTo("IN_PROGRESS");
        awaitAgreement();
        try (EventStream watcher = suite.watch(seenUntil)) {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(watcher.changesOf("KCS-2024-02")).hasSize(1));
            assertThat(watcher.changesOf("KCS-2024-01")).isEmpty();
        }
    }

    @Test
    @Order(6)
    void repeatsEverythingFromTheOutboxWithoutAnyEffect() {
        JsonNode before = suite.json("/api/v1/dashboard", null).path("tasks");

        Suite.Result replay = suite.command("replay", "collaboration");

        assertThat(replay.code()).as(replay.output()).isZero();
        awaitAgreement();
        assertThat(suite.json("/api/v1/dashboard", null).path("tasks")).isEqualTo(before);
    }

    @Test
    @Order(7)
    void opensNothingElseThanItShould() {
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/q/metrics", "/q/health", "/internal/events", "/api/v1/none", "/auth/admin/")) {
            answers.add(path + " " + suite.get(path, null).statusCode());
        }

        assertThat(answers).allMatch(answer -> answer.endsWith(" 404"));
        assertThat(suite.get("/", null).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        JsonNode paths = suite.json("/openapi", null).path("paths");
        assertThat(StreamSupport.stream(((Iterable<String>) paths::fieldNames).spliterator(), false))
                .contains("/api/v1/agencies", "/api/v1/tasks/{code}/status-transitions", "/api/v1/dashboard");
    }

    @Test
    @Order(8)
    void givesAnAgencysOwnSystemItsIdentity() {
        String machine = suite.token("--machine", "MOTIE");

        assertThat(suite.json("/api/v1/agencies/MOTIE", machine).path("code").asText())
                .isEqualTo("MOTIE");
        assertThat(suite.move("KCS-2024-03", "IN_PROGRESS", machine).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(9)
    void letsAPersonWorkInTheBrowser() {
        Browser browser = suite.browser();

        HttpResponse<String> shown = browser.signIn("planner", suite.password("planner"), "/?lang=en");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.uri()).hasToString(shown.uri().resolve("/?lang=en").toString());
        assertThat(browser.session()).isNotEmpty().allMatch(HttpCookie::isHttpOnly);
        JsonNode session = Suite.parsed(browser.get("/api/v1/session"));
        assertThat(session.path("roles").get(0).asText()).isEqualTo("planner");
        // What planners alone may read, of each service.
        assertThat(browser.get("/api/v1/agencies/MOTIE/history").statusCode()).isEqualTo(200);
        assertThat(Suite.parsed(browser.get("/api/v1/tasks/KCS-2024-01/history"))
                        .at("/items/0/actor")
                        .asText())
                .isNotEmpty();
        assertThat(browser.get("/api/v1/dashboard/reconciliation").statusCode()).isEqualTo(200);

        String task = "/api/v1/tasks/KCS-2024-04";
        String tag = browser.get(task).headers().firstValue("ETag").orElseThrow();
        String move = "{\"to\":\"IN_PROGRESS\",\"reason\":\"착수 회의에서 정함\"}";
        HttpResponse<String> refused = browser.post(task + "/status-transitions", "cross-site", move, tag);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Suite.parsed(refused).path("type").asText()).isEqualTo("/problems/cross-site");
        assertThat(browser.post(task + "/status-transitions", "same-origin", move, tag)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    @Order(10)
    void asksForThePasswordAgainAfterSigningOut() {
        Browser browser = suite.browser();
        browser.signIn("reporter-motie", suite.password("reporter-motie"), "/");
        assertThat(browser.get("/api/v1/worklist").statusCode()).isEqualTo(200);

        assertThat(browser.post("/signout", "cross-site", "", "*").statusCode()).isEqualTo(403);
        assertThat(browser.post("/signout", "same-origin", "", "*").statusCode())
                .isEqualTo(200);

        assertThat(browser.session()).isEmpty();
        HttpResponse<String> refused = browser.get("/api/v1/worklist");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(browser.get("/signin").body()).contains("name=\"password\"");
    }

    @Test
    @Order(11)
    void tellsHowThePartsAre() {
        assertThat(suite.command("status").code()).isZero();
        assertThat(suite.command("down").code()).isZero();
        assertThat(suite.command("status").code()).isEqualTo(3);
    }

    private static String statusOnTheDashboard(String task) {
        for (JsonNode shown : suite.json("/api/v1/dashboard", null).path("tasks")) {
            if (shown.path("code").asText().equals(task)) {
                return shown.path("status").asText();
            }
        }
        return "";
    }

    private static void awaitAgreement() {
        String planner = suite.token("planner");
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode reconciliation = suite.json("/api/v1/dashboard/reconciliation", planner);
            assertThat(reconciliation.path("compared").asInt()).isGreaterThanOrEqualTo(30);
            assertThat(reconciliation.path("differences")).isEmpty();
        });
    }
}
