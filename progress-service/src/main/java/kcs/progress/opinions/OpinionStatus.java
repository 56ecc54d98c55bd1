package kcs.progress.opinions;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an opinion stands. This table is the only place that knows which moves are legal. */
enum OpinionStatus {
    /** Waits for its answer: for the first, or for another one where the committee was not content. */
    OPEN,
    /** Answered; the committee or a planner looks whether that is enough. */
    ANSWERED,
    /** Done with, or withdrawn without an answer. */
    CLOSED;

    private static final Map<OpinionStatus, Set<OpinionStatus>> NEXT = Map.of(
            OPEN, EnumSet.of(ANSWERED, CLOSED),
            ANSWERED, EnumSet.of(OPEN, CLOSED),
            CLOSED, EnumSet.noneOf(OpinionStatus.class));

    Set<OpinionStatus> next() {
        return Set.copyOf(NEXT.get(this));
    }

    boolean canMoveTo(OpinionStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** The same table as a Mermaid state diagram, for the documentation. */
    static String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> OPEN\n");
        for (OpinionStatus from : values()) {
            for (OpinionStatus to : NEXT.get(from)) {
                text.append("    ").append(from).append(" --> ").append(to).append('\n');
            }
        }
        return text.toString();
    }
}
