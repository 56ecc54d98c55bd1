package kcs.progress.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.DueDerivation;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.TaskStatus;
import kcs.progress.directory.Visibility;

/** Boards made by hand: of one plan, with an open cycle that is due on 15 October 2024 and locks on the 31st. */
public final class Boards {
    public static final LocalDate DUE = LocalDate.of(2024, 10, 15);
    private static final String CYCLE = "T-2024Q3";

    private Boards() {}

    /** @param checkpoints by {@code task.agency} */
    public static Board on(LocalDate day, String... checkpoints) {
        States states = States.empty();
        put(states);
        for (String one : checkpoints) {
            String task = one.substring(0, one.indexOf('.'));
            states.tasks().put(task, dated(task(task)));
            states.checkpoints().put(dated(checkpoint(one, task, null)));
        }
        return new Board(new Cursor(1, 100), day, states, Troubles.NONE);
    }

    private static void put(States states) {
        Label title = new Label("이행방안", null);
        states.plans().put("T", dated(new PlanState("T", title, "KCS", null, null, List.of(), 0)));
        DueDerivation derivation = new DueDerivation(DUE, List.of(), "2027.1", "ANNOUNCED");
        states.cycles()
                .put(
                        CYCLE,
                        dated(new CycleState(
                                CYCLE,
                                "T",
                                "2024Q3",
                                LocalDate.of(2024, 7, 1),
                                LocalDate.of(2024, 9, 23),
                                DUE,
                                DUE,
                                derivation,
                                LocalDate.of(2024, 10, 31),
                                null,
                                CycleState.Status.OPEN)));
    }

    public static <T> Dated<T> dated(T state) {
        return new Dated<>(state, Instant.EPOCH);
    }

    /** @param filedOn null when it was not filed */
    public static CheckpointState checkpoint(String id, String task, LocalDate filedOn) {
        return new CheckpointState(
                id,
                CYCLE,
                "T",
                task,
                id.substring(id.lastIndexOf('.') + 1),
                Visibility.PUBLIC,
                Set.of(),
                filedOn == null ? CheckpointState.Status.OPEN : CheckpointState.Status.SUBMITTED,
                DUE,
                null,
                null,
                LocalDate.of(2024, 10, 31),
                filedOn,
                null,
                null,
                0);
    }

    /** @param accepted null where its percentage was not told */
    public static CheckpointState accepted(String id, String task, CheckpointState.Accepted accepted) {
        return new CheckpointState(
                id,
                CYCLE,
                "T",
                task,
                id.substring(id.lastIndexOf('.') + 1),
                Visibility.PUBLIC,
                Set.of(),
                CheckpointState.Status.ACCEPTED,
                DUE,
                null,
                null,
                LocalDate.of(2024, 10, 31),
                DUE,
                1,
                accepted,
                0);
    }

    /** News of one task alone. */
    public static States with(TaskState task) {
        States states = States.empty();
        states.tasks().put(task.code(), dated(task));
        return states;
    }

    private static TaskState task(String code) {
        Visibility visibility = code.startsWith("HIDDEN") ? Visibility.GOVERNMENT : Visibility.PUBLIC;
        return task(code, visibility, TaskStatus.IN_PROGRESS);
    }

    /** A task in which nobody takes part. */
    public static TaskState task(String code, Visibility visibility, TaskStatus status) {
        return new TaskState(
                code,
                "T",
                1,
                new Label("과제", null),
                null,
                null,
                Origin.PUBLISHED,
                false,
                false,
                visibility,
                List.of(),
                false,
                status,
                Instant.EPOCH,
                null,
                null,
                0);
    }

    /** A line of the feed about a checkpoint. */
    public static FeedEntry line(long seq, String checkpoint, boolean listed) {
        String task = checkpoint.substring(0, checkpoint.indexOf('.'));
        return new FeedEntry(
                seq,
                Instant.EPOCH,
                "checkpoint.status-changed",
                "checkpoint",
                checkpoint,
                null,
                listed ? "OPEN" : null,
                listed ? "SUBMITTED" : "OPEN",
                null,
                null,
                null,
                task,
                "KCS",
                CYCLE,
                null,
                null,
                Visibility.PUBLIC,
                Set.of(),
                Set.of(),
                listed);
    }
}
