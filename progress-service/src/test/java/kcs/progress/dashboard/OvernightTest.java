package kcs.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kcs.progress.board.Board;
import kcs.progress.board.Boards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OvernightTest {

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
        board.states().checkpoints().put(Boards.dated(Boards.checkpoint("T-01.KCS", "T-01", filedOn)));

        assertThat(new Overnight(board, after).looksDifferent()).isEqualTo(different);
    }
}
