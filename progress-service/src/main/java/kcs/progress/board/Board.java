package kcs.progress.board;

import java.time.LocalDate;
import java.util.Map;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;

/**
 * The board in memory: all that the dashboard shows, before it is known to whom. Immutable: a change makes another one.
 *
 * @param cursor the newest line of the feed that is in it
 * @param day the day in Seoul whose names the agencies have, and on which checkpoints are in time or overdue
 */
public record Board(Cursor cursor, LocalDate day, States states, Troubles troubles) {

    /** The board as its tables hold it. */
    public static Board of(Contents contents, LocalDate day, Troubles troubles) {
        return new Board(new Cursor(contents.generation(), contents.seq()), day, contents.states(), troubles);
    }

    /** The board after these lines of the feed. */
    public Board after(FeedPage page) {
        FeedEntry last = page.entries().get(page.entries().size() - 1);
        return new Board(new Cursor(cursor.generation(), last.seq()), day, states.after(page.states()), troubles);
    }

    /** The same board, with the troubles that are known now. */
    public Board with(Troubles found) {
        return new Board(cursor, day, states, found);
    }

    /** The same board, as of another day. */
    public Board on(LocalDate other) {
        return new Board(cursor, other, states, troubles);
    }

    /** The task as it stands; null where there is none of this code. */
    public TaskState task(String code) {
        return stateOf(states.tasks(), code);
    }

    /** A plan; null where there is none of this code. */
    public PlanState plan(String code) {
        return stateOf(states.plans(), code);
    }

    /** A reporting cycle; null where there is none of this id. */
    public CycleState cycle(String id) {
        return stateOf(states.cycles(), id);
    }

    /** A checkpoint; null where there is none of this id. */
    public CheckpointState checkpoint(String id) {
        Dated<CheckpointState> checkpoint = states.checkpoints().get(id);
        return checkpoint == null ? null : checkpoint.state();
    }

    /** The health of a task; null where it has none. */
    public TaskHealth health(String task) {
        TaskHealth health = stateOf(states.health(), task);
        return health != null && health.stated() ? health : null;
    }

    private static <T> T stateOf(Map<String, Dated<T>> things, String code) {
        Dated<T> thing = things.get(code);
        return thing == null ? null : thing.state();
    }
}
