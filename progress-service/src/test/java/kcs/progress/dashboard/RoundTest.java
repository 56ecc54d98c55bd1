package kcs.progress.dashboard;

import static kcs.progress.RoundStories.AHEAD;
import static kcs.progress.RoundStories.PAST;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;

/** The figures of the reporting round on the dashboard. */
@QuarkusTest
class RoundTest extends ProgressTest {
    private static final LocalDate AGAIN = AHEAD.minusDays(20);
    private static final LocalDate EXTENDED = AHEAD.minusDays(30);

    @Test
    void countsWhatCameInOfACycleInTimeOrNot() {
        String plan = stories.plan();
        String first = stories.task(plan, 1);
        String second = stories.task(plan, 2);
        String cycle = told(first, second, round.overdueCycle(plan));

        JsonPath shown = eventually(null, board -> received(board, cycle) == 2);

        assertThat(cycle(shown, cycle))
                .containsEntry("period", "2024Q3")
                .containsEntry("status", "OPEN")
                .containsEntry("opensOn", "2024-09-23")
                .containsEntry("nominalDueOn", "2024-10-14")
                .containsEntry("dueOn", "2024-10-15")
                .containsEntry("locksOn", AHEAD.toString())
                .containsEntry(
                        "dueDerivation",
                        Map.of(
                                "nominalDueOn",
                                "2024-10-14",
                                "movedBecause",
                                List.of(Map.of("day", "2024-10-14", "name", Map.of("ko", "일요일", "en", "Sunday"))),
                                "calendarVersion",
                                "2027.1",
                                "basis",
                                "ANNOUNCED"))
                .containsEntry("progress", progress(4, 2, 1, 1, 1, 0, 1, 1, 1))
                .containsEntry("percentComplete", 40);
        assertThat(plan(shown, plan).get("onTime"))
                .isEqualTo(List.of(
                        onTime("DAPA", rate(1, 1, 0, 0, 1f), rate(1, 1, 0, 0, 1f)),
                        onTime("KCS", rate(1, 0, 0, 1, 0f), rate(2, 0, 0, 2, 0f)),
                        onTime("MOTIE", rate(1, 0, 1, 0, 0f), rate(1, 0, 1, 0, 0f))));
        assertThat(plan(shown, plan).get("nextDue"))
                .isEqualTo(List.of(due(cycle, PAST, 0), due(cycle, EXTENDED, 0), due(cycle, AGAIN, 1)));
        assertThat(task(shown, first)).containsEntry("checkpoints", owed(cycle, 3, 2, 1, 1, PAST));
        assertThat(task(shown, second)).containsEntry("checkpoints", owed(cycle, 1, 0, 0, 0, EXTENDED));
    }

    @Test
    void countsAsMissedWhatACycleClosesWithout() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        String cycle = round.overdueCycle(plan);
        round.checkpoint(cycle, task, "KCS");
        eventually(null, board -> task(board, task) != null && task(board, task).get("checkpoints") != null);

        round.move(cycle, "CLOSED");

        JsonPath shown =
                eventually(null, board -> "CLOSED".equals(cycle(board, cycle).get("status")));
        assertThat(cycle(shown, cycle)).containsEntry("progress", progress(1, 0, 0, 0, 0, 1, 0, 0, 0));
        assertThat(plan(shown, plan)).containsEntry("nextDue", List.of());
        assertThat(task(shown, task)).containsEntry("checkpoints", null);
    }

    @Test
    void showsTheNewestPeriodLastAndWhatATaskOwesInItWhereItIsOpen() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        String newest = round.cycle(plan, "2026Q3", AHEAD, AHEAD);
        String old = round.overdueCycle(plan);
        round.checkpoint(newest, task, "KCS");
        round.checkpoint(old, task, "KCS");
        round.checkpoint(old, task, "DAPA");

        JsonPath shown = eventually(null, board -> expected(board, old) == 2 && expected(board, newest) == 1);

        assertThat(shown.getList("plans.find { it.code == '" + plan + "' }.cycles.id"))
                .containsExactly(old, newest);
        assertThat(task(shown, task)).containsEntry("checkpoints", owed(newest, 1, 0, 0, 0, AHEAD));
    }

    @Test
    void showsTheHealthOfTasksAndCountsIt() {
        String plan = stories.plan();
        String sound = stories.task(plan, 1);
        String unknown = stories.task(plan, 2);
        round.health(sound, null, "NOT_REPORTED");
        round.health(sound, "NOT_REPORTED", "AT_RISK");

        JsonPath shown = eventually(null, board -> "AT_RISK".equals(headline(board, sound)));

        assertThat(shown.getMap("tasks.find { it.code == '" + sound + "' }.health"))
                .containsEntry("derived", "AT_RISK")
                .containsEntry("declared", null)
                .containsEntry("assessed", null)
                .containsEntry("disagreement", false)
                .containsEntry("since", "2024-10-16T00:00:00Z");
        assertThat(task(shown, unknown)).containsEntry("health", null);
        assertThat(plan(shown, plan)).containsEntry("withoutHealth", 1);
        assertThat(shown.getList("plans.find { it.code == '" + plan + "' }.byHealth.health"))
                .containsExactly("ON_TRACK", "AT_RISK", "OFF_TRACK", "NOT_REPORTED", "COMPLETED");
        assertThat(shown.getList("plans.find { it.code == '" + plan + "' }.byHealth.count"))
                .containsExactly(0, 1, 0, 0, 0);
        assertThat(shown.getBoolean("demonstration")).isFalse();
    }

    @Test
    void countsForEachReaderTheTasksThatItSees() {
        String plan = stories.plan();
        String open = stories.task(plan, 1);
        String hidden = stories.hiddenTask(plan, 2, "DAPA");
        String cycle = round.overdueCycle(plan);
        round.checkpoint(cycle, open, "KCS");
        round.checkpoint(cycle, hidden, "DAPA", "GOVERNMENT");

        for (String token : List.of(Tokens.planner(), Tokens.reporter("DAPA"))) {
            eventually(token, board -> expected(board, cycle) == 2);
        }
        for (String token : List.of(Tokens.admin(), Tokens.reporter("MOTIE"))) {
            JsonPath shown = eventually(token, board -> expected(board, cycle) == 1);
            assertThat(shown.getList("plans.find { it.code == '" + plan + "' }.onTime.agency"))
                    .containsExactly("KCS");
            assertThat(shown.prettify()).doesNotContain(hidden);
        }
    }

    /** DAPA in time, MOTIE late and returned, KCS not at all; of the second task one waived, one extended. */
    private String told(String first, String second, String cycle) {
        String inTime = round.checkpoint(cycle, first, "DAPA");
        String late = round.checkpoint(cycle, first, "MOTIE");
        round.checkpoint(cycle, first, "KCS");
        round.waive(round.checkpoint(cycle, second, "DAPA"), "과제 보류");
        round.decide(round.checkpoint(cycle, second, "KCS"), "GRANTED", EXTENDED);
        round.submit(inTime, PAST);
        round.accept(inTime, 40);
        round.submit(late, PAST.plusDays(3));
        round.giveBack(late, AGAIN);
        eventually(null, board -> returned(board, cycle) == 1 && accepted(board, cycle) == 1);
        return cycle;
    }

    private static Map<String, Integer> progress(
            int expected,
            int received,
            int onTime,
            int late,
            int overdue,
            int missed,
            int returned,
            int accepted,
            int waived) {
        return Map.of(
                "expected", expected,
                "received", received,
                "onTime", onTime,
                "late", late,
                "overdue", overdue,
                "missed", missed,
                "returned", returned,
                "accepted", accepted,
                "waived", waived);
    }

    private static Map<String, Object> onTime(String agency, Map<String, Object> with, Map<String, Object> without) {
        return Map.of("agency", agency, "with", with, "withoutExtensions", without);
    }

    private static Map<String, Object> rate(int due, int onTime, int late, int missing, float rate) {
        return Map.of("due", due, "onTime", onTime, "late", late, "missing", missing, "rate", rate);
    }

    private static Map<String, Object> due(String cycle, LocalDate day, int returned) {
        return Map.of("cycle", cycle, "period", "2024Q3", "dueOn", day.toString(), "open", 1, "returned", returned);
    }

    private static Map<String, Object> owed(
            String cycle, int expected, int received, int overdue, int returned, LocalDate nextDueOn) {
        return Map.of(
                "cycle", cycle,
                "expected", expected,
                "received", received,
                "overdue", overdue,
                "returned", returned,
                "nextDueOn", nextDueOn.toString());
    }

    private static int expected(JsonPath board, String cycle) {
        return progress(board, cycle, "expected");
    }

    private static int received(JsonPath board, String cycle) {
        return progress(board, cycle, "received");
    }

    private static int returned(JsonPath board, String cycle) {
        return progress(board, cycle, "returned");
    }

    private static int accepted(JsonPath board, String cycle) {
        return progress(board, cycle, "accepted");
    }

    private static int progress(JsonPath board, String cycle, String figure) {
        return cycle(board, cycle) == null
                ? -1
                : board.getInt("plans.cycles.flatten().find { it.id == '" + cycle + "' }.progress." + figure);
    }

    private static String headline(JsonPath board, String task) {
        return board.getString("tasks.find { it.code == '" + task + "' }?.health?.headline");
    }
}
