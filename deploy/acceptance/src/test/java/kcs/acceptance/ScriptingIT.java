package kcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kcs.acceptance.Chromium.Looks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody writes scripts into every text there is; no page ever runs one. */
@ExtendWith(Demonstration.class)
class ScriptingIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String SCRIPT =
            "\"'><img src=x onerror=window.ran=1><script>window.ran=1</script><svg onload=window.ran=1>";
    private static final Map<String, String> LABEL = Map.of("ko", SCRIPT, "en", SCRIPT);
    private static final String PLAN = Suite.freshCode();
    private static final String AGENCY = Suite.freshCode();

    private static Suite suite;
    private static String task;
    private static String checkpoint;
    private static String returned;
    private static String opinion;

    @BeforeAll
    static void write() {
        suite = Demonstration.suite();
        String planner = suite.token("planner");
        suite.change("POST", "/api/v1/agencies", agency(), planner);
        suite.change("POST", "/api/v1/plans", plan(), planner);
        task = suite.change("POST", "/api/v1/tasks", task(), planner)
                .get("code")
                .asText();
        move(task, "SELECTED", planner);
        move(task, "IN_PROGRESS", planner);
        String cycle = cycle(planner);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> suite.json("/api/v1/checkpoints?cycle=" + cycle, planner)
                                .get("items")
                                .size()
                        == 2);
        checkpoint = task + "." + cycle.substring(PLAN.length() + 1) + ".MOTIE";
        returned = task + "." + cycle.substring(PLAN.length() + 1) + ".KCS";
        file(checkpoint, suite.token("reporter", "MOTIE"));
        file(returned, suite.token("reporter", "KCS"));
        suite.change(
                "POST",
                "/api/v1/checkpoints/" + returned + "/reviews",
                Map.of(
                        "decision",
                        "RETURN",
                        "reason",
                        SCRIPT,
                        "comments",
                        List.of(Map.of("section", "ACHIEVEMENTS", "text", SCRIPT))),
                planner);
        String meeting = suite.change("POST", "/api/v1/meetings", meeting(), planner)
                .get("id")
                .asText();
        opinion = suite.change("POST", "/api/v1/opinions", opinion(meeting), suite.token("committee"))
                .get("id")
                .asText();
    }

    private static Map<String, Object> agency() {
        return Map.of(
                "code",
                AGENCY,
                "names",
                List.of(Map.of("name", LABEL, "shortName", LABEL, "validFrom", "2024-01-01")),
                "type",
                "ADMINISTRATION",
                "reports",
                false,
                "contacts",
                List.of(Map.of("department", SCRIPT)));
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "code",
                PLAN,
                "title",
                LABEL,
                "leadAgency",
                "KCS",
                "areas",
                List.of(Map.of("code", "ONE", "name", LABEL)),
                "proposalChannels",
                List.of(Map.of("code", "ONE", "name", LABEL)));
    }

    private static Map<String, Object> task() {
        return Map.ofEntries(
                Map.entry("plan", PLAN),
                Map.entry("title", LABEL),
                Map.entry("summary", LABEL),
                Map.entry("area", "ONE"),
                Map.entry("proposalChannel", "ONE"),
                Map.entry("visibility", "PUBLIC"),
                Map.entry("startsOn", "2025-01-01"),
                Map.entry("endsOn", "2025-12-31"),
                Map.entry("source", Map.of("document", SCRIPT, "quotation", SCRIPT)),
                Map.entry(
                        "participations",
                        List.of(
                                Map.of("agency", "KCS", "role", "LEAD", "department", SCRIPT),
                                Map.of("agency", "MOTIE", "role", "PARTNER", "department", SCRIPT),
                                Map.of("agency", AGENCY, "role", "INVOLVED"))),
                Map.entry("measures", List.of(SCRIPT)),
                Map.entry("milestones", List.of(Map.of("id", "ONE", "title", LABEL, "dueOn", "2025-03-01"))),
                Map.entry(
                        "indicators",
                        List.of(Map.of(
                                "code",
                                "ONE",
                                "name",
                                LABEL,
                                "unit",
                                SCRIPT.substring(0, 40),
                                "direction",
                                "INCREASE",
                                "baseline",
                                1,
                                "target",
                                9,
                                "targetOn",
                                "2025-12-31",
                                "note",
                                SCRIPT))),
                Map.entry("recognitions", List.of(Map.of("title", SCRIPT, "award", SCRIPT, "document", SCRIPT))));
    }

    private static void move(String code, String to, String planner) {
        suite.change(
                "POST", "/api/v1/tasks/" + code + "/status-transitions", Map.of("to", to, "reason", SCRIPT), planner);
    }

    private static String cycle(String planner) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> suite.get("/api/v1/health/" + task, planner).statusCode() == 200);
        JsonNode cycle = suite.change(
                "POST",
                "/api/v1/cycles",
                Map.of(
                        "plan",
                        PLAN,
                        "period",
                        "2025H2",
                        "opensOn",
                        "2025-07-01",
                        "nominalDueOn",
                        "2025-12-20",
                        "locksOn",
                        "2025-12-31",
                        "guidance",
                        SCRIPT),
                planner);
        String id = cycle.get("id").asText();
        suite.change(
                "POST",
                "/api/v1/cycles/" + id + "/status-transitions",
                Map.of("to", "OPEN", "reason", SCRIPT),
                planner);
        return id;
    }

    private static void file(String checkpoint, String reporter) {
        suite.change(
                "POST",
                "/api/v1/checkpoints/" + checkpoint + "/submissions",
                Map.of(
                        "kind",
                        "PROGRESS",
                        "percentComplete",
                        40,
                        "declaredHealth",
                        "AT_RISK",
                        "achievements",
                        SCRIPT,
                        "issues",
                        SCRIPT,
                        "nextSteps",
                        SCRIPT,
                        "approval",
                        Map.of("documentNo", SCRIPT, "approver", SCRIPT, "approvedOn", "2025-07-01"),
                        "evidence",
                        List.of(Map.of("title", SCRIPT, "url", "https://example.go.kr/?q=" + "%3Cscript%3E"))),
                reporter);
    }

    private static Map<String, Object> meeting() {
        return Map.of(
                "plan",
                PLAN,
                "heldAt",
                "2025-07-10T14:00:00+09:00",
                "place",
                SCRIPT,
                "chair",
                SCRIPT,
                "agenda",
                List.of(SCRIPT),
                "note",
                SCRIPT);
    }

    private static Map<String, Object> opinion(String meeting) {
        return Map.of("plan", PLAN, "meeting", meeting, "task", task, "addressedTo", "MOTIE", "text", SCRIPT);
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of(null, "/?plan=" + PLAN),
                Arguments.of("planner", "/?plan=" + PLAN),
                Arguments.of(null, "/tasks/" + task),
                Arguments.of("planner", "/tasks/" + task),
                Arguments.of("committee", "/reports?plan=" + PLAN),
                Arguments.of("committee", "/reports/meetings"),
                Arguments.of("committee", "/reports/opinions?plan=" + PLAN),
                Arguments.of("reporter-motie", "/desk"),
                Arguments.of("reporter-kcs", "/desk/checkpoints/" + returned),
                Arguments.of("reporter-motie", "/desk/opinions/" + opinion),
                Arguments.of("planner", "/console"),
                Arguments.of("planner", "/console/plans"),
                Arguments.of("planner", "/console/tasks?plan=" + PLAN),
                Arguments.of("planner", "/console/tasks/" + task),
                Arguments.of("planner", "/console/agencies"),
                Arguments.of("planner", "/console/cycles"),
                Arguments.of("planner", "/console/review"),
                Arguments.of("planner", "/console/review/" + checkpoint),
                Arguments.of("planner", "/console/meetings"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsScriptsAsTheTextThatTheyAre(String user, String path) {
        for (Looks looks : List.of(Looks.KOREAN, Looks.ENGLISH)) {
            try (Window window = CHROMIUM.window(suite, user, looks)) {
                window.at(path);

                assertThat(window.page().evaluate("window.ran")).as(path).isNull();
                assertThat(window.page()
                                .locator("main img[src='x'], main script")
                                .count())
                        .isZero();
            }
        }
    }
}
