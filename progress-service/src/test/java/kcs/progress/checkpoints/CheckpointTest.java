package kcs.progress.checkpoints;

import static kcs.progress.checkpoints.CheckpointStatus.ACCEPTED;
import static kcs.progress.checkpoints.CheckpointStatus.OPEN;
import static kcs.progress.checkpoints.CheckpointStatus.RETURNED;
import static kcs.progress.checkpoints.CheckpointStatus.SUBMITTED;
import static kcs.progress.checkpoints.CheckpointStatus.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status and everything that can be done to it, and where a withdrawal leads. */
class CheckpointTest {
    /** What may be done where, and where it leads. All else is refused. */
    private static final Map<CheckpointStatus, Map<CheckpointAction, CheckpointStatus>> ALLOWED = Map.of(
            OPEN,
            Map.of(
                    CheckpointAction.SUBMITTED, SUBMITTED,
                    CheckpointAction.WAIVED, WAIVED,
                    CheckpointAction.EXTENDED, OPEN),
            SUBMITTED,
            Map.of(
                    CheckpointAction.WITHDRAWN, OPEN,
                    CheckpointAction.ACCEPTED, ACCEPTED,
                    CheckpointAction.RETURNED, RETURNED),
            ACCEPTED,
            Map.of(CheckpointAction.CORRECTED, SUBMITTED),
            RETURNED,
            Map.of(
                    CheckpointAction.SUBMITTED, SUBMITTED,
                    CheckpointAction.WAIVED, WAIVED,
                    CheckpointAction.EXTENDED, RETURNED),
            WAIVED,
            Map.of());

    private static final Map<CheckpointStatus, Set<CheckpointStatus>> NEXT = Map.of(
            OPEN, Set.of(SUBMITTED, WAIVED),
            SUBMITTED, Set.of(ACCEPTED, RETURNED, OPEN),
            ACCEPTED, Set.of(SUBMITTED),
            RETURNED, Set.of(SUBMITTED, WAIVED),
            WAIVED, Set.of());

    static Stream<Arguments> pairs() {
        return Arrays.stream(CheckpointStatus.values())
                .flatMap(status -> Arrays.stream(CheckpointAction.values())
                        .filter(action -> action != CheckpointAction.OPENED)
                        .map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairs")
    void doesWhatTheTableAllowsAndRefusesTheRest(CheckpointStatus status, CheckpointAction action) {
        Checkpoint checkpoint = Checkpoints.in(status);
        Checkpoint.Standing before = checkpoint.standing();
        Filed filed = checkpoint.filed();
        CheckpointStatus to = ALLOWED.get(status).get(action);

        if (to == null) {
            assertThatThrownBy(() -> Checkpoints.act(checkpoint, action))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.status()).isEqualTo(409));
            assertThat(checkpoint.standing()).isEqualTo(before);
            assertThat(checkpoint.filed()).isEqualTo(filed);
        } else {
            assertThat(Checkpoints.act(checkpoint, action))
                    .extracting(Checkpoint.Step::action, Checkpoint.Step::from, Checkpoint.Step::to)
                    .containsExactly(action, status, to);
            assertThat(checkpoint.status()).isEqualTo(to);
            assertThat(checkpoint.version()).isEqualTo(before.version() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesWhereTheTableSaysOnly(CheckpointStatus from) {
        assertThat(from.next()).isEqualTo(NEXT.get(from));
        for (CheckpointStatus to : CheckpointStatus.values()) {
            assertThat(from.canMoveTo(to)).isEqualTo(NEXT.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalNamesTheMovesThatAreOpen(CheckpointStatus status) {
        CheckpointAction refused = status == SUBMITTED ? CheckpointAction.WAIVED : CheckpointAction.WITHDRAWN;

        assertThatThrownBy(() -> Checkpoints.act(Checkpoints.in(status), refused))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("illegal-transition");
                    assertThat(problem.members()).containsEntry("allowed", new TreeSet<>(NEXT.get(status)));
                });
    }

    @Test
    void theDiagramShowsEveryMoveAndNoOther() {
        List<String> moves = CheckpointStatus.diagram()
                .lines()
                .filter(line -> line.contains("-->") && !line.contains("[*]"))
                .map(String::strip)
                .toList();

        assertThat(moves)
                .containsExactlyInAnyOrderElementsOf(NEXT.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(to -> entry.getKey() + " --> " + to))
                        .toList());
    }

    @Test
    void aWithdrawalLeadsBackToWhereItWasFiledFrom() {
        Checkpoint first = Checkpoints.submitted();
        Checkpoint again = Checkpoints.returned();
        again.file("reporter", Checkpoints.EARLY);
        Checkpoint corrected = Checkpoints.accepted();
        corrected.correct("reporter", "집계 착오", Checkpoints.EARLY);

        assertThat(first.withdraw(null, Checkpoints.EARLY).to()).isEqualTo(OPEN);
        assertThat(again.withdraw(null, Checkpoints.EARLY).to()).isEqualTo(RETURNED);
        assertThat(corrected.withdraw(null, Checkpoints.EARLY).to()).isEqualTo(ACCEPTED);
    }

    @Test
    void aWithdrawnCorrectionLeavesNoReasonBehind() {
        Checkpoint checkpoint = Checkpoints.accepted();
        checkpoint.correct("reporter", "집계 착오", Checkpoints.EARLY);

        checkpoint.withdraw("맞음", Checkpoints.EARLY);

        assertThat(checkpoint.standing().reason()).isNull();
    }

    @Test
    void whatWasReturnedKeepsItsReasonUntilItIsSettled() {
        Checkpoint checkpoint = Checkpoints.returned();
        checkpoint.file("reporter", Checkpoints.EARLY);
        assertThat(checkpoint.standing().reason()).isEqualTo("수치가 없음");

        checkpoint.withdraw("덜 됨", Checkpoints.EARLY);
        assertThat(checkpoint.standing().reason()).isEqualTo("수치가 없음");

        checkpoint.file("reporter", Checkpoints.EARLY);
        checkpoint.accept("planner", null, 40, "ON_TRACK", Checkpoints.EARLY);
        assertThat(checkpoint.standing().reason()).isNull();
    }

    @Test
    void whoeverSubmittedReviewsNothing() {
        Checkpoint checkpoint = Checkpoints.submitted();

        assertThatThrownBy(() -> checkpoint.accept("reporter", null, 40, null, Checkpoints.EARLY))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
        assertThat(checkpoint.status()).isEqualTo(SUBMITTED);
    }

    @Test
    void isTakenUntilTheLastDayThatCounts() {
        LocalDate late = Checkpoints.LOCKS.plusDays(1);
        Checkpoint extended = Checkpoints.open();
        extended.extendTo(late, Checkpoints.EARLY);
        Checkpoint returned = Checkpoints.submitted();
        returned.sendBack("planner", "다시", late, Checkpoints.EARLY);

        assertThat(Checkpoints.open().isTakenOn(Checkpoints.LOCKS)).isTrue();
        assertThat(Checkpoints.open().isTakenOn(late)).isFalse();
        assertThat(extended.isTakenOn(late)).isTrue();
        assertThat(extended.isTakenOn(late.plusDays(1))).isFalse();
        assertThat(returned.isTakenOn(late)).isTrue();
        assertThat(returned.isTakenOn(late.plusDays(1))).isFalse();
    }
}
