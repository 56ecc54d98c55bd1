package kcs.progress.cycles;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a cycle stands. This table is the only place that knows which moves are legal. */
public enum CycleStatus {
    /** Its checkpoints are not made yet. */
    PLANNED,
    /** Agencies file. */
    OPEN,
    /** Nothing more is filed, but for extensions, what was returned and corrections. */
    CLOSED;

    private static final Map<CycleStatus, Set<CycleStatus>> NEXT = Map.of(
            PLANNED, EnumSet.of(OPEN),
            OPEN, EnumSet.of(CLOSED),
            CLOSED, EnumSet.noneOf(CycleStatus.class));

    boolean canMoveTo(CycleStatus next) {
        return NEXT.get(this).contains(next);
    }

    Set<CycleStatus> next() {
        return Set.copyOf(NEXT.get(this));
    }
}
