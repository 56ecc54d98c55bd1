package kcs.progress.figures;

import static kcs.progress.board.Boards.DUE;
import static kcs.progress.board.Boards.accepted;
import static kcs.progress.board.Boards.dated;
import static kcs.progress.board.Boards.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import kcs.progress.board.Boards;
import kcs.progress.directory.CheckpointState.Accepted;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskStatus;
import kcs.progress.directory.Visibility;
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

    @Test
    void whatWasCountedHoldsUntilOthersSeeATask() {
        States before = Boards.on(DUE, "T-01.KCS").states();
        counted(before, task -> true);

        States suspended = before.after(Boards.with(task("T-01", Visibility.PUBLIC, TaskStatus.ON_HOLD)));
        AtomicInteger asked = new AtomicInteger();
        assertThat(counted(suspended, task -> asked.incrementAndGet() > 0)).isOne();
        assertThat(asked).as("asked again who sees what").hasValue(0);

        States hidden = suspended.after(Boards.with(task("T-01", Visibility.GOVERNMENT, TaskStatus.ON_HOLD)));
        assertThat(counted(hidden, task -> false)).isZero();

        States back = hidden.after(Boards.with(task("T-01", Visibility.PUBLIC, TaskStatus.ON_HOLD)));
        assertThat(counted(back, task -> true)).isOne();
    }

    @Test
    void whatWasCountedBeforeATaskCameDoesNotHold() {
        States before = Boards.on(DUE, "T-01.KCS").states();
        before.checkpoints().put(dated(Boards.checkpoint("T-02.KCS", "T-02", null)));
        assertThat(counted(before, before.tasks()::containsKey)).isOne();

        States after = before.after(Boards.with(task("T-02", Visibility.PUBLIC, TaskStatus.IN_PROGRESS)));
        assertThat(counted(after, after.tasks()::containsKey)).isEqualTo(2);
    }

    private static int counted(States states, Predicate<String> seen) {
        RoundCounts counts = new RoundCounts(states, DUE, "all", seen);
        return counts.progress(counts.cycles("T").get(0)).expected();
    }

    private static Integer percentComplete(States states, String seen) {
        RoundCounts counts = new RoundCounts(states, DUE, seen, seen::equals);
        return counts.percentComplete(counts.cycles("T").get(0));
    }
}
