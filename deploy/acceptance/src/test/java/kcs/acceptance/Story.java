package kcs.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plan of its own with a task that is in progress, of KCS and MOTIE, and a cycle that is open: where a journey begins. */
record Story(String plan, String task, String cycle) {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PERIOD = "2025H2";

    static Story begun(Suite suite) {
        String planner = suite.token("planner");
        String plan = Suite.freshCode();
        suite.change(
                "POST",
                "/api/v1/plans",
                Map.of("code", plan, "title", bilingual("여정의 계획", "The plan of a journey"), "leadAgency", "KCS"),
                planner);
        String task = suite.change("POST", "/api/v1/tasks", task(plan), planner)
                .get("code")
                .asText();
        suite.move(task, "SELECTED", planner);
        suite.move(task, "IN_PROGRESS", planner);
        await().atMost(SOON)
                .until(() -> suite.get("/api/v1/health/" + task, planner).statusCode() == 200);
        String cycle = suite.change(
                        "POST",
                        "/api/v1/cycles",
                        Map.of(
                                "plan",
                                plan,
                                "period",
                                PERIOD,
                                "opensOn",
                                "2025-07-01",
                                "nominalDueOn",
                                "2025-12-20",
                                "locksOn",
                                "2025-12-31",
                                "guidance",
                                "실적은 수치로 적습니다"),
                        planner)
                .get("id")
                .asText();
        suite.change(
                "POST",
                "/api/v1/cycles/" + cycle + "/status-transitions",
                Map.of("to", "OPEN", "reason", "제출을 받습니다"),
                planner);
        await().atMost(SOON)
                .until(() -> suite.json("/api/v1/checkpoints?cycle=" + cycle, planner)
                                .get("items")
                                .size()
                        == 2);
        return new Story(plan, task, cycle);
    }

    private static Map<String, Object> task(String plan) {
        return Map.of(
                "plan",
                plan,
                "title",
                bilingual("함께 가는 과제", "A task to go along with"),
                "visibility",
                "PUBLIC",
                "startsOn",
                "2025-01-01",
                "endsOn",
                "2025-12-31",
                "participations",
                List.of(Map.of("agency", "KCS", "role", "LEAD"), Map.of("agency", "MOTIE", "role", "PARTNER")));
    }

    static Map<String, String> bilingual(String korean, String english) {
        return Map.of("ko", korean, "en", english);
    }

    /** The return that an agency owes. */
    String checkpoint(String agency) {
        return task + "." + PERIOD + "." + agency;
    }
}
