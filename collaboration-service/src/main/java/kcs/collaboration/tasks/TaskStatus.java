package kcs.collaboration.tasks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a task stands. This table is the only place that knows which moves are legal. */
enum TaskStatus {
    PROPOSED,
    SELECTED,
    REJECTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    DISCONTINUED;

    private static final Map<TaskStatus, Set<TaskStatus>> NEXT = Map.of(
            PROPOSED, EnumSet.of(SELECTED, REJECTED),
            SELECTED, EnumSet.of(IN_PROGRESS, DISCONTINUED),
            REJECTED, EnumSet.noneOf(TaskStatus.class),
            IN_PROGRESS, EnumSet.of(COMPLETED, ON_HOLD, DISCONTINUED),
            ON_HOLD, EnumSet.of(IN_PROGRESS, DISCONTINUED),
            COMPLETED, EnumSet.of(IN_PROGRESS),
            DISCONTINUED, EnumSet.noneOf(TaskStatus.class));

    boolean canMoveTo(TaskStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** The moves that are open from here; empty at an end. */
    Set<TaskStatus> next() {
        return Set.copyOf(NEXT.get(this));
    }

    /** The same table as a Mermaid state diagram, for the documentation. */
    static String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> PROPOSED\n");
        Deque<TaskStatus> open = new ArrayDeque<>(Set.of(PROPOSED));
        Set<TaskStatus> drawn = EnumSet.of(PROPOSED);
        while (!open.isEmpty()) {
            TaskStatus from = open.removeFirst();
            for (TaskStatus to : NEXT.get(from)) {
                text.append("    ").append(from).append(" --> ").append(to).append('\n');
                if (drawn.add(to)) {
                    open.addLast(to);
                }
            }
        }
        return text.toString();
    }
}
