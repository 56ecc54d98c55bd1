package kcs.progress.checkpoints;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a checkpoint stands. This table is the only place that knows which moves are legal. */
public enum CheckpointStatus {
    /** Expected of its agency. */
    OPEN,
    /** Filed, waiting for its review. */
    SUBMITTED,
    /** Reviewed and taken. */
    ACCEPTED,
    /** Reviewed and sent back, with the reason and a due date of its own. */
    RETURNED,
    /** Not expected any more, with the reason. */
    WAIVED;

    private static final Map<CheckpointStatus, Set<CheckpointStatus>> NEXT = Map.of(
            OPEN, EnumSet.of(SUBMITTED, WAIVED),
            SUBMITTED, EnumSet.of(ACCEPTED, RETURNED, OPEN),
            ACCEPTED, EnumSet.of(SUBMITTED),
            RETURNED, EnumSet.of(SUBMITTED, WAIVED),
            WAIVED, EnumSet.noneOf(CheckpointStatus.class));

    /** The moves that are open from here; empty at an end. A withdrawal leads back to where the filing came from. */
    public Set<CheckpointStatus> next() {
        return Set.copyOf(NEXT.get(this));
    }

    boolean canMoveTo(CheckpointStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** The same table as a Mermaid state diagram, for the documentation. */
    static String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> OPEN\n");
        for (CheckpointStatus from : values()) {
            for (CheckpointStatus to : NEXT.get(from)) {
                text.append("    ").append(from).append(" --> ").append(to).append('\n');
            }
        }
        return text.toString();
    }
}
