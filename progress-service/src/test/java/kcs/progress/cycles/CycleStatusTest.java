package kcs.progress.cycles;

import static kcs.progress.cycles.CycleStatus.CLOSED;
import static kcs.progress.cycles.CycleStatus.OPEN;
import static kcs.progress.cycles.CycleStatus.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CycleStatusTest {
    private static final Map<CycleStatus, Set<CycleStatus>> NEXT =
            Map.of(PLANNED, Set.of(OPEN), OPEN, Set.of(CLOSED), CLOSED, Set.of());

    @ParameterizedTest
    @EnumSource
    void goesFromPlannedOverOpenToClosedAndNeverBack(CycleStatus from) {
        assertThat(from.next()).isEqualTo(NEXT.get(from));
        for (CycleStatus to : CycleStatus.values()) {
            assertThat(from.canMoveTo(to)).isEqualTo(NEXT.get(from).contains(to));
        }
    }
}
