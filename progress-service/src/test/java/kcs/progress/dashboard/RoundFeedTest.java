package kcs.progress.dashboard;

import static kcs.progress.RoundStories.AHEAD;
import static kcs.progress.RoundStories.PAST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.Owners.Told;
import kcs.progress.ProgressTest;
import kcs.progress.stream.EventReader;
import kcs.progress.stream.EventReader.Message;
import org.junit.jupiter.api.Test;

/** The reporting round in the feed and on the stream. */
@QuarkusTest
class RoundFeedTest extends ProgressTest {

    @Test
    void tellsWhatBecameOfACheckpointAndNotThatItWasOpened() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        String cycle = round.overdueCycle(plan);
        String checkpoint = round.checkpoint(cycle, task, "DAPA");
        round.remind(checkpoint);
        round.overdue(checkpoint);
        round.decide(checkpoint, "REFUSED", null);
        round.submit(checkpoint, PAST);
        round.health(task, null, "ON_TRACK");
        round.health(task, "ON_TRACK", "AT_RISK");

        JsonPath shown = eventually(null, board -> lines(board, task).size() == 5);

        assertThat(lines(shown, task))
                .extracting(line -> line.get("type"))
                .containsExactly(
                        "task.health-changed",
                        "checkpoint.status-changed",
                        "extension.decided",
                        "checkpoint.overdue",
                        "task.registered");
        assertThat(lines(shown, task).get(1))
                .containsEntry("subject", checkpoint)
                .containsEntry("code", task)
                .containsEntry("title", task(shown, task).get("title"))
                .containsEntry("from", "OPEN")
                .containsEntry("to", "SUBMITTED")
                .containsEntry("action", "SUBMITTED")
                .containsEntry("reason", null)
                .containsEntry("agency", "DAPA")
                .containsEntry("actorAgency", "DAPA")
                .containsEntry("cycle", cycle);
        assertThat(lines(shown, task).get(0))
                .containsEntry("subject", task)
                .containsEntry("from", "ON_TRACK")
                .containsEntry("to", "AT_RISK");
        assertThat(lines(shown, task).get(2))
                .containsEntry("to", "REFUSED")
                .containsEntry("agency", "DAPA")
                .containsEntry("cycle", cycle);
    }

    @Test
    void streamsAnotherPercentageWithItsTaskAndNoLine() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        round.health(task, null, "ON_TRACK");
        eventually(null, board -> task(board, task) != null && task(board, task).get("health") != null);
        try (EventReader reader = EventReader.open(null, null)) {
            reader.next();

            round.percentage(task, 55);

            Message told = reader.next(message -> task.equals(message.code()));
            assertThat(told.isListed()).isFalse();
            assertThat(told.data().at("/task/health/percentComplete").intValue())
                    .isEqualTo(55);
        }
        JsonPath shown = eventually(
                null, board -> board.get("tasks.find { it.code == '" + task + "' }.health.percentComplete") != null);
        assertThat(lines(shown, task)).extracting(line -> line.get("type")).containsExactly("task.registered");
    }

    @Test
    void tellsOfACycleByItsPlanAndPeriod() {
        String plan = stories.plan();
        String cycle = round.overdueCycle(plan);

        JsonPath shown =
                eventually(null, board -> !linesOfCycle(board, cycle, "OPEN").isEmpty());

        assertThat(linesOfCycle(shown, cycle, "OPEN").get(0))
                .containsEntry("type", "cycle.status-changed")
                .containsEntry("from", "PLANNED")
                .containsEntry("cycle", cycle)
                .doesNotContainKey("code")
                .containsEntry("title", Map.of("ko", "이행방안 " + plan + " 2024Q3", "en", "Plan " + plan + " 2024Q3"));
        assertThat(linesOfCycle(shown, cycle, "PLANNED")).hasSize(1);
    }

    private static List<Map<String, Object>> linesOfCycle(JsonPath board, String cycle, String to) {
        return board.getList("changes.findAll { it.subject == '" + cycle + "' && it.to == '" + to + "' }");
    }

    @Test
    void showsALineOfTheRoundOnlyToWhomItsTaskIsShown() {
        String plan = stories.plan();
        String hidden = stories.hiddenTask(plan, 1, "DAPA");
        String cycle = round.overdueCycle(plan);
        String checkpoint = round.checkpoint(cycle, hidden, "DAPA", "GOVERNMENT");
        round.decide(checkpoint, "REFUSED", null);
        round.waive(checkpoint, "과제 보류");

        for (String token : List.of(Tokens.planner(), Tokens.reporter("DAPA"))) {
            JsonPath shown = eventually(token, board -> lines(board, hidden).size() == 3);
            assertThat(lines(shown, hidden).get(0)).containsEntry("reason", "과제 보류");
        }
        assertThat(dashboard(Tokens.reporter("MOTIE")).prettify()).doesNotContain(hidden);

        stories.show(hidden, "PUBLIC");
        JsonPath open = eventually(null, board -> task(board, hidden) != null);

        assertThat(lines(open, hidden)).extracting(line -> line.get("type")).containsExactly("task.changed");
    }

    @Test
    void takesTheLinesOfTheRoundOutWithATaskThatTurnsGovernmentOnly() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        String cycle = round.overdueCycle(plan);
        round.submit(round.checkpoint(cycle, task, "DAPA"), PAST);
        eventually(null, board -> lines(board, task).size() == 2);
        try (EventReader reader = EventReader.open(null, null)) {
            reader.next();
            stories.show(task, "GOVERNMENT");

            Message gone = reader.next(message -> task.equals(message.code()));

            assertThat(gone.event()).isEqualTo("gone");
            assertThat(gone.data().at("/plan/cycles/0/progress/expected").intValue())
                    .isZero();
        }
        assertThat(eventually(null, board -> task(board, task) == null).prettify())
                .doesNotContain(task);
    }

    @Test
    void streamsACheckpointWithItsTaskAndTheCountsOfItsPlan() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        String cycle = round.overdueCycle(plan);
        String checkpoint = round.checkpoint(cycle, task, "DAPA");
        eventually(null, board -> task(board, task) != null && task(board, task).get("checkpoints") != null);
        try (EventReader reader = EventReader.open(null, null)) {
            reader.next();
            round.decide(checkpoint, "GRANTED", AHEAD);
            round.submit(checkpoint, PAST);

            Message counts = reader.next(message -> message.code() != null);
            Message decided = reader.next(message -> message.data().has("change"));
            Message filed = reader.next(
                    message -> isAbout(message, checkpoint) && message.data().has("change"));

            assertThat(counts.data().path("subject").textValue()).isEqualTo(checkpoint);
            assertThat(counts.data().has("change")).isFalse();
            assertThat(decided.data().at("/change/type").textValue()).isEqualTo("extension.decided");
            assertThat(decided.data().at("/change/to").textValue()).isEqualTo("GRANTED");
            assertThat(decided.data().at("/change/until").textValue()).isEqualTo(AHEAD.toString());
            assertThat(filed.code()).isEqualTo(task);
            assertThat(filed.data().at("/task/checkpoints/received").intValue()).isEqualTo(1);
            assertThat(filed.data().at("/plan/cycles/0/progress/received").intValue())
                    .isEqualTo(1);
        }
    }

    private static boolean isAbout(Message message, String subject) {
        return subject.equals(message.data().path("subject").textValue());
    }

    @Test
    void readsInItsOwnOutboxWhatNeverCameOnItsOwnTopic() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        String checkpoint = round.checkpoint(round.overdueCycle(plan), task, "DAPA");
        ObjectNode submitted = round.moved(checkpoint, "SUBMITTED", "SUBMITTED");
        submitted.withObject("/checkpoint").put("firstSubmittedOn", PAST.toString());
        Told missing = owners.keepOwn("checkpoint.status-changed", task, checkpoint, submitted);
        round.accept(checkpoint);

        JsonPath shown = eventually(null, board -> lines(board, task).size() == 3);

        assertThat(lines(shown, task))
                .extracting(line -> line.get("to"))
                .containsExactly("ACCEPTED", "SUBMITTED", "SELECTED");
        owners.publish(missing);
        stories.move(task, "IN_PROGRESS");
        awaitTask(null, task, "IN_PROGRESS");
        assertThat(lines(dashboard(null), task)).hasSize(4);
    }

    private static List<Map<String, Object>> lines(JsonPath board, String task) {
        return changesOf(board, task);
    }
}
