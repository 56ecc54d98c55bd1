package kcs.progress.figures;

import static kcs.progress.board.Boards.DUE;
import static kcs.progress.board.Boards.accepted;
import static kcs.progress.board.Boards.dated;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kcs.progress.board.Boards;
import kcs.progress.directory.CheckpointState.Accepted;
import kcs.progress.directory.States;
import org.junit.jupiter.api.Test;
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

    @Test
    void aCycleIsAsCompleteAsTheMeanOfWhatWasAcceptedOfTheTasksThatAreSeen() {
        States states = Boards.on(DUE, "T-01.KCS").states();
        states.checkpoints().put(dated(accepted("T-01.DAPA", "T-01", new Accepted(40))));
        states.checkpoints().put(dated(accepted("T-01.MOTIE", "T-01", new Accepted(45))));
        states.checkpoints().put(dated(accepted("T-01.MOFA", "T-01", new Accepted(null))));
        states.checkpoints().put(dated(accepted("T-02.DAPA", "T-02", new Accepted(90))));

        assertThat(percentComplete(states, "T-01")).isEqualTo(43);
        assertThat(percentComplete(states, "T-02")).isEqualTo(90);
        assertThat(percentComplete(states, "T-03")).isNull();
    }

    @Test
    void whereSomeWasAcceptedBeforePercentagesWereToldThereIsNoMean() {
        States states = Boards.on(DUE, "T-01.KCS").states();
        states.checkpoints().put(dated(accepted("T-01.DAPA", "T-01", new Accepted(40))));
        states.checkpoints().put(dated(accepted("T-01.MOTIE", "T-01", null)));

        assertThat(percentComplete(states, "T-01")).isNull();
    }

    private static Integer percentComplete(States states, String seen) {
        RoundCounts counts = new RoundCounts(states, DUE, seen, seen::equals);
        return counts.percentComplete(counts.cycles("T").get(0));
    }
}
