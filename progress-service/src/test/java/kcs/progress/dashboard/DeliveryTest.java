package kcs.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import kcs.progress.Owners.Told;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;

/** What becomes of the dashboard when records come twice, late, not at all, or broken. */
@QuarkusTest
class DeliveryTest extends ProgressTest {

    @Test
    void aRecordThatComesTwiceIsShownOnce() {
        String task = stories.task(stories.plan(), 1);
        Told move = stories.move(task, "IN_PROGRESS");
        owners.publish(move);
        owners.publish(owners.history("task/" + task).get(0));
        stories.move(task, "ON_HOLD");

        awaitTask(null, task, "ON_HOLD");

        assertThat(changesOf(dashboard(null), task)).hasSize(3);
    }

    @Test
    void aRecordThatNeverCameIsFetchedFromItsOwnerForTheFeedAndLeavesTheStateAlone() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        owners.keep("task.status-changed", stories.moved(task, "IN_PROGRESS"));
        stories.move(task, "COMPLETED");

        awaitTask(null, task, "COMPLETED");

        JsonPath shown = eventually(null, board -> changesOf(board, task).size() == 3);
        assertThat(changesOf(shown, task))
                .extracting(change -> change.get("to"))
                .containsExactly("COMPLETED", "IN_PROGRESS", "SELECTED");
        assertThat(task(shown, task)).containsEntry("status", "COMPLETED").containsEntry("version", 2);
    }

    @Test
    void aRecordThatComesLateIsInTheFeedOnceAndLeavesTheStateAlone() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        Told late = owners.keep("task.status-changed", stories.moved(task, "IN_PROGRESS"));
        stories.move(task, "COMPLETED");
        owners.publish(late);

        eventually(null, board -> changesOf(board, task).size() == 3);

        owners.publish(late);
        String other = stories.task(stories.plan(), 1);
        awaitTask(null, other, "SELECTED");
        assertThat(changesOf(dashboard(null), task)).hasSize(3);
        assertThat(task(dashboard(null), task)).containsEntry("status", "COMPLETED");
    }

    @Test
    void aRecordThatCannotBeReadMarksTheTaskUntilANewerOneRepairsIt() {
        String task = stories.task(stories.plan(), 1);
        awaitTask(null, task, "SELECTED");
        int parked = dashboard(null).getInt("freshness.parked");
        Told broken = owners.keep("task.status-changed", stories.moved(task, "IN_PROGRESS"));
        owners.publishUnreadable(broken);

        JsonPath marked =
                eventually(null, board -> Boolean.TRUE.equals(task(board, task).get("stale")));
        stories.move(task, "COMPLETED");
        Map<String, Object> repaired = awaitTask(null, task, "COMPLETED");

        assertThat(task(marked, task)).containsEntry("status", "SELECTED");
        assertThat(marked.getInt("freshness.parked")).isEqualTo(parked + 1);
        assertThat(marked.<List<String>>get("freshness.staleSubjects")).contains(task);
        assertThat(repaired).containsEntry("stale", false);
    }

    @Test
    void aStateThatMakesNoSenseIsParkedAndTheRestGoesOn() {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        awaitTask(null, task, "SELECTED");
        stories.move(task, "FLYING");
        String next = stories.task(plan, 2);

        awaitTask(null, next, "SELECTED");

        JsonPath marked =
                eventually(null, board -> Boolean.TRUE.equals(task(board, task).get("stale")));
        assertThat(task(marked, task)).containsEntry("status", "SELECTED");
    }
}
