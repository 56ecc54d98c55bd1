package kcs.progress.checkpoints;

import static kcs.progress.checkpoints.CheckpointStatus.ACCEPTED;
import static kcs.progress.checkpoints.CheckpointStatus.OPEN;
import static kcs.progress.checkpoints.CheckpointStatus.RETURNED;
import static kcs.progress.checkpoints.CheckpointStatus.SUBMITTED;
import static kcs.progress.checkpoints.CheckpointStatus.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import kcs.progress.timeliness.Timeliness;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is done to a checkpoint, in whatever order and whenever, what is promised of it holds. */
class CheckpointPropertiesTest {
    private static final ZoneOffset SEOUL = ZoneOffset.ofHours(9);

    /** What somebody tries, and how many hours after what was tried before. */
    record Act(CheckpointAction action, String who, int days, int hoursLater) {}

    /** What is known of a checkpoint by having watched it. */
    private static final class Watched {
        private final Checkpoint checkpoint = Checkpoints.open();
        private Instant now = Checkpoints.EARLY;
        private Instant firstStanding;
        private long steps;

        /** @return the step, null when it was refused */
        private Checkpoint.Step attempt(Act act) {
            now = now.plus(Duration.ofHours(act.hoursLater()));
            try {
                Checkpoint.Step step = act(act);
                steps++;
                if (step.to() == SUBMITTED && firstStanding == null) {
                    firstStanding = now;
                } else if (step.to() == OPEN && step.from() == SUBMITTED) {
                    firstStanding = null;
                }
                return step;
            } catch (ProblemException refused) {
                assertThat(refused.status()).isIn(403, 409);
                return null;
            }
        }

        private Checkpoint.Step act(Act act) {
            LocalDate today = LocalDate.ofInstant(now, SEOUL);
            return switch (act.action()) {
                case OPENED -> throw new IllegalArgumentException("nothing is opened twice");
                case SUBMITTED -> checkpoint.file(act.who(), now);
                case WITHDRAWN -> checkpoint.withdraw("착오", now);
                case ACCEPTED -> checkpoint.accept(act.who(), null, act.days(), "ON_TRACK", now);
                case RETURNED -> checkpoint.sendBack(act.who(), "다시", today.plusDays(act.days()), now);
                case CORRECTED -> checkpoint.correct(act.who(), "집계 착오", now);
                case WAIVED -> checkpoint.waive("보류", now);
                case EXTENDED -> checkpoint.extendTo(checkpoint.effectiveDueOn().plusDays(act.days()), now);
            };
        }

        private LocalDate effectiveDue() {
            LocalDate extended = checkpoint.standing().extendedDueOn();
            return extended == null ? Checkpoints.DUE : extended;
        }

        private Timeliness timeliness(LocalDate today) {
            if (firstStanding != null) {
                Instant midnight = effectiveDue().plusDays(1).atStartOfDay().toInstant(SEOUL);
                return firstStanding.isBefore(midnight) ? Timeliness.ON_TIME : Timeliness.LATE;
            }
            if (today.compareTo(effectiveDue()) <= 0) {
                return Timeliness.NOT_DUE;
            }
            return today.compareTo(Checkpoints.LOCKS) <= 0 ? Timeliness.OVERDUE : Timeliness.MISSED;
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        // A waiver ends it all: most lives are to be longer.
        Arbitrary<CheckpointAction> actions = Arbitraries.frequency(
                Tuple.of(8, CheckpointAction.SUBMITTED),
                Tuple.of(4, CheckpointAction.WITHDRAWN),
                Tuple.of(6, CheckpointAction.ACCEPTED),
                Tuple.of(6, CheckpointAction.RETURNED),
                Tuple.of(6, CheckpointAction.CORRECTED),
                Tuple.of(1, CheckpointAction.WAIVED),
                Tuple.of(4, CheckpointAction.EXTENDED));
        return Combinators.combine(
                        actions,
                        Arbitraries.of("reporter", "planner-1", "planner-2"),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 60))
                .as(Act::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 2000)
    void whatIsRefusedChangesNothingAndWhatIsDoneCounts(@ForAll("acts") List<Act> acts) {
        Watched watched = new Watched();
        for (Act act : acts) {
            Checkpoint.Standing before = watched.checkpoint.standing();
            Filed filed = watched.checkpoint.filed();

            Checkpoint.Step step = watched.attempt(act);

            if (step == null) {
                assertThat(watched.checkpoint.standing()).isEqualTo(before);
                assertThat(watched.checkpoint.filed()).isEqualTo(filed);
            } else {
                assertThat(step.from()).isEqualTo(before.status());
                assertThat(step.to()).isEqualTo(watched.checkpoint.status());
                assertThat(before.status()).as("is final").isNotEqualTo(WAIVED);
            }
            assertThat(watched.checkpoint.version()).isEqualTo(watched.steps);
        }
    }

    @Property(tries = 2000)
    void whereItStandsIsWhatItNeeds(@ForAll("acts") List<Act> acts) {
        Watched watched = new Watched();
        for (Act act : acts) {
            Integer accepted = watched.checkpoint.filed().acceptedNo();
            int latest = watched.checkpoint.filed().latestNo();

            watched.attempt(act);

            Checkpoint.Standing standing = watched.checkpoint.standing();
            Filed filed = watched.checkpoint.filed();
            assertThat(standing.status() == RETURNED && standing.returnedDueOn() == null)
                    .isFalse();
            assertThat(standing.status() == RETURNED && standing.reason() == null)
                    .isFalse();
            assertThat(standing.status() == SUBMITTED && filed.latestNo() == 0).isFalse();
            assertThat(standing.status() == ACCEPTED && filed.acceptedNo() == null)
                    .isFalse();
            assertThat(standing.status() == ACCEPTED && standing.reason() != null)
                    .isFalse();
            assertThat(filed.latestNo()).isBetween(latest, latest + 1);
            if (accepted != null) {
                assertThat(filed.acceptedNo()).isBetween(accepted, filed.latestNo());
            }
        }
    }

    @Property(tries = 2000)
    void isAsLateAsItsFirstStandingSubmissionAndNeverLater(@ForAll("acts") List<Act> acts) {
        Watched watched = new Watched();
        for (Act act : acts) {
            Instant first = watched.checkpoint.filed().firstAt();
            Timeliness.Standing before = watched.checkpoint.timeliness(LocalDate.ofInstant(watched.now, SEOUL));

            Checkpoint.Step step = watched.attempt(act);

            assertThat(watched.checkpoint.filed().firstAt()).isEqualTo(watched.firstStanding);
            LocalDate today = LocalDate.ofInstant(watched.now, SEOUL);
            Timeliness.Standing after = watched.checkpoint.timeliness(today);
            if (watched.checkpoint.status() == WAIVED) {
                assertThat(after).isNull();
                continue;
            }
            assertThat(after.timeliness()).isEqualTo(watched.timeliness(today));
            if (first != null && watched.firstStanding != null) {
                assertThat(watched.firstStanding).isEqualTo(first);
                assertThat(after.daysLate()).isLessThanOrEqualTo(before.daysLate());
            } else if (first != null) {
                assertThat(step.action()).isEqualTo(CheckpointAction.WITHDRAWN);
            }
        }
    }
}
