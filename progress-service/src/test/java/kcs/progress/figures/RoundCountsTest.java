package kcs.progress.figures;

import static kcs.progress.board.Boards.DUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kcs.progress.board.Boards;
import kcs.progress.directory.States;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundCountsTest {

    @ParameterizedTest(name = "due in {0} days: {1} overdue")
    @CsvSource({"0, 0", "-1, 1", "-16, 1", "-17, 0"})
    void countsAsOfItsDay(int days, int overdue) {
        LocalDate day = DUE.minusDays(days);
        States states = Boards.on(day, "T-01.KCS").states();

        RoundCounts counts = new RoundCounts(states, day, "all", task -> true);
        CycleProgress progress = counts.progress(counts.cycles("T").get(0));

        assertThat(progress.overdue()).isEqualTo(overdue);
        assertThat(progress.missed()).isEqualTo(days == -17 ? 1 : 0);
        assertThat(progress.expected()).isEqualTo(1);
    }
}
