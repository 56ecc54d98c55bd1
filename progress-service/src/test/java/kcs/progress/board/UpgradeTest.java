package kcs.progress.board;

import static kcs.progress.OlderSchema.execute;
import static kcs.progress.OlderSchema.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kcs.progress.OlderSchema;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;

/** An installation that is there already: the topics are read again over a board that stands. */
@QuarkusTest
class UpgradeTest extends ProgressTest {
    private static final OlderSchema OLDER = new OlderSchema("upgraded", "db/inbox", "db/projection");

    @Test
    void theMigrationForgetsOffsetsAndKeepsTheBoardAndItsFeed() throws SQLException {
        String before = """
                INSERT INTO upgraded.inbox_offset VALUES ('kcs.collaboration.v1', 3, 42);
                INSERT INTO upgraded.inbox_aggregate VALUES ('kcs.collaboration.v1', 'task/T-01', 1, 2);
                INSERT INTO upgraded.board_task VALUES ('T-01', 'PUBLIC', '{}', '{}', now());
                INSERT INTO upgraded.board_change
                    (seq, event_id, at, epoch, sequence, type, noun, subject, title, visibility, participants)
                VALUES (1, gen_random_uuid(), now(), 1, 1, 'task.registered', 'task', 'T-01', '{}', 'PUBLIC', '{}'),
                       (2, gen_random_uuid(), now(), 1, 2, 'task.changed', 'task', 'T-01', '{}', 'PUBLIC', '{}')""";
        OLDER.migrate("1");
        execute(before);

        OLDER.migrate("2");

        assertThat(one("SELECT count(*) FROM upgraded.inbox_offset")).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM upgraded.inbox_aggregate")).isEqualTo("0");
        assertThat(one("SELECT epoch || '.' || sequence FROM upgraded.board_task"))
                .isEqualTo("1.2");
        assertThat(one("SELECT count(*) FILTER (WHERE listed) FROM upgraded.board_change"))
                .isEqualTo("2");
        execute("DROP SCHEMA upgraded CASCADE");
    }

    @Test
    void aReplayOverABoardThatStandsChangesNothing() throws SQLException {
        String plan = stories.plan();
        String task = stories.task(plan, 1);
        stories.move(task, "IN_PROGRESS");
        String checkpoint = round.checkpoint(round.overdueCycle(plan), task, "DAPA");
        round.waive(checkpoint, "과제 보류");
        JsonPath shown = eventually(null, board -> changesOf(board, task).size() == 3);
        List<Map<String, Object>> lines = changesOf(shown, task);
        String states = states(plan);
        execute("CREATE FUNCTION board.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN RAISE EXCEPTION ''a state was written again''; END';"
                + "CREATE TRIGGER refuse BEFORE UPDATE ON board.board_task FOR EACH ROW WHEN (old.code = '" + task
                + "') EXECUTE FUNCTION board.refuse()");

        String seen = "SELECT count(*) FROM board.inbox_aggregate WHERE aggregate LIKE '%/" + task + "%'";
        String before = one(seen);
        execute("DELETE FROM board.inbox_offset; DELETE FROM board.inbox_aggregate");
        String next = stories.task(plan, 2);
        awaitTask(null, next, "SELECTED");
        await("all is read again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> one(seen).equals(before));
        execute("DROP TRIGGER refuse ON board.board_task");

        assertThat(states(plan)).isEqualTo(states);
        assertThat(changesOf(dashboard(null), task)).isEqualTo(lines);
        assertThat(one("SELECT count(*) FROM board.inbox_parked WHERE aggregate = 'task/" + task + "'"))
                .isEqualTo("0");
    }

    private static String states(String plan) throws SQLException {
        return one("SELECT string_agg(code || state || changed_at || epoch || sequence, ' ' ORDER BY code) FROM ("
                + "SELECT * FROM board.board_task UNION ALL SELECT * FROM board.board_checkpoint) AS b (code, visibility,"
                + " participants, state, changed_at, epoch, sequence) WHERE code LIKE '" + plan + "-01%'");
    }
}
