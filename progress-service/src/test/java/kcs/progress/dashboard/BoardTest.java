package kcs.progress.dashboard;

import static kcs.progress.dashboard.Boards.DUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {

    @ParameterizedTest(name = "from {0} to {1}, filed {2}: {3}")
    @CsvSource(textBlock = """
            2024-10-13, 2024-10-14,           , false
            2024-10-14, 2024-10-15,           , false
            2024-10-15, 2024-10-16,           , true
            2024-10-16, 2024-10-17,           , false
            2024-10-31, 2024-11-01,           , true
            2024-10-15, 2024-10-16, 2024-10-15, false
            2024-10-31, 2024-11-01, 2024-10-17, false""")
    void looksDifferentWhenADayMakesACheckpointOverdueOrMissed(
            LocalDate before, LocalDate after, LocalDate filedOn, boolean different) {
        Board board = Boards.on(before, "T-01.KCS");
        board.states().checkpoints().put("T-01.KCS", Boards.dated(Boards.checkpoint("T-01.KCS", "T-01", filedOn)));

        assertThat(board.on(after).looksDifferentOnTheDayOf(board)).isEqualTo(different);
    }

    @ParameterizedTest(name = "due in {0} days: {1} overdue")
    @CsvSource({"0, 0", "-1, 1", "-16, 1", "-17, 0"})
    void countsAsOfItsDay(int days, int overdue) {
        Board board = Boards.on(DUE.minusDays(days), "T-01.KCS");

        CycleProgress progress =
                new RoundCounts(board, task -> true).cycles("T").get(0).progress();

        assertThat(progress.overdue()).isEqualTo(overdue);
        assertThat(progress.missed()).isEqualTo(days == -17 ? 1 : 0);
        assertThat(progress.expected()).isEqualTo(1);
    }
}
