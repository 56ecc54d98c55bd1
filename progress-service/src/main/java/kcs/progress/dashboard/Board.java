package kcs.progress.dashboard;

import java.time.LocalDate;
import java.util.Map;
import kcs.progress.board.Contents;
import kcs.progress.board.FeedEntry;
import kcs.progress.board.FeedPage;
import kcs.progress.board.Troubles;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;

/**
 * All that the dashboard shows, before it is known to whom. Immutable: a change makes another one.
 *
 * @param cursor the newest line of the feed that is in it
 * @param day the day in Seoul whose names the agencies have, and on which checkpoints are in time or overdue
 */
record Board(Cursor cursor, LocalDate day, States states, Troubles troubles) {

    static Board of(Contents contents, LocalDate day, Troubles troubles) {
        return new Board(new Cursor(contents.generation(), contents.seq()), day, contents.states(), troubles);
    }

    /** The board after these lines of the feed. */
    Board after(FeedPage page) {
        FeedEntry last = page.entries().get(page.entries().size() - 1);
        return new Board(new Cursor(cursor.generation(), last.seq()), day, states.after(page.states()), troubles);
    }

    Board with(Troubles found) {
        return new Board(cursor, day, states, found);
    }

    Board on(LocalDate other) {
        return new Board(cursor, other, states, troubles);
    }

    /** The task as it stands; null where there is none of this code. */
    TaskState task(String code) {
        return stateOf(states.tasks(), code);
    }

    PlanState plan(String code) {
        return stateOf(states.plans(), code);
    }

    CycleState cycle(String id) {
        return stateOf(states.cycles(), id);
    }

    CheckpointState checkpoint(String id) {
        return stateOf(states.checkpoints(), id);
    }

    /** The health of a task; null where it has none. */
    TaskHealth health(String task) {
        TaskHealth health = stateOf(states.health(), task);
        return health != null && health.stated() ? health : null;
    }

    private static <T> T stateOf(Map<String, Dated<T>> things, String code) {
        Dated<T> thing = things.get(code);
        return thing == null ? null : thing.state();
    }

    /** Whether a checkpoint is in time on this board's day. */
    JudgedCheckpoint judged(CheckpointState checkpoint) {
        return JudgedCheckpoint.of(checkpoint, cycle(checkpoint.cycle()), day);
    }

    /** Whether the same states look different on another board's day: an agency's name, or what is due. */
    boolean looksDifferentOnTheDayOf(Board other) {
        return states.agencies().values().stream().map(Dated::state).anyMatch(agency -> renamed(agency, other))
                || states.checkpoints().values().stream()
                        .map(Dated::state)
                        .anyMatch(checkpoint -> !judged(checkpoint).equals(other.judged(checkpoint)));
    }

    private boolean renamed(AgencyState agency, Board other) {
        return !agency.nameOn(day).equals(agency.nameOn(other.day));
    }
}
