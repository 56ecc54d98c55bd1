package kcs.progress.opinions;

import static kcs.progress.opinions.OpinionStatus.ANSWERED;
import static kcs.progress.opinions.OpinionStatus.CLOSED;
import static kcs.progress.opinions.OpinionStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.testing.ApiDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of states, and what a move makes of what was written before. */
class OpinionStatusTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-10-29T03:00:00Z"), ZoneOffset.UTC);
    private static final Map<OpinionStatus, Set<OpinionStatus>> NEXT =
            Map.of(OPEN, Set.of(ANSWERED, CLOSED), ANSWERED, Set.of(OPEN, CLOSED), CLOSED, Set.of());

    private static final Caller COMMITTEE = new Caller("member", EnumSet.of(Role.COMMITTEE), null, false);
    private static final Caller MOTIE = new Caller("reporter", EnumSet.of(Role.REPORTER), "MOTIE", false);

    private static Opinion given() {
        GiveOpinion wanted = new GiveOpinion("P", null, "P-01", "MOTIE", "수치로 제시할 것");
        return Opinion.give(wanted, new Opinion.Addressee("MOTIE", true), COMMITTEE, NOON);
    }

    private static Opinion standing(OpinionStatus status) {
        Opinion opinion = given();
        if (status != OPEN) {
            opinion.moveTo(ANSWERED, "매월 공유함", MOTIE, NOON);
        }
        if (status == CLOSED) {
            opinion.moveTo(CLOSED, "충분함", COMMITTEE, NOON);
        }
        return opinion;
    }

    @ParameterizedTest
    @EnumSource
    void movesAlongTheTableAndNoOtherWay(OpinionStatus from) {
        for (OpinionStatus to : OpinionStatus.values()) {
            Opinion opinion = standing(from);
            long version = opinion.version();
            if (NEXT.get(from).contains(to)) {
                assertThat(opinion.moveTo(to, "시험", COMMITTEE, NOON)).isEqualTo(new Opinion.Step(from, to, "시험"));
                assertThat(opinion.standing().status()).isEqualTo(to);
                assertThat(opinion.version()).isEqualTo(version + 1);
            } else {
                assertThatThrownBy(() -> opinion.moveTo(to, "시험", COMMITTEE, NOON))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.status()).isEqualTo(409);
                            assertThat(refused.slug()).isEqualTo("illegal-transition");
                            assertThat(refused.members()).containsEntry("allowed", new TreeSet<>(NEXT.get(from)));
                        });
                assertThat(opinion.standing().status()).isEqualTo(from);
                assertThat(opinion.version()).isEqualTo(version);
            }
        }
    }

    @Test
    void anAnswerThatIsSentBackDoesNotStandAnyMoreAndSaysWhyUntilThereIsAnother() {
        Opinion opinion = standing(ANSWERED);

        opinion.moveTo(OPEN, "건수가 없음", COMMITTEE, NOON);
        assertThat(opinion.standing().answer()).isNull();
        assertThat(opinion.standing().sentBackReason()).isEqualTo("건수가 없음");

        opinion.moveTo(ANSWERED, "12건", MOTIE, NOON);
        assertThat(opinion.standing().answer())
                .isEqualTo(new Opinion.Answer("12건", NOON.instant(), "reporter", "MOTIE"));
        assertThat(opinion.standing().sentBackReason()).isNull();
    }

    @Test
    void anAnswerStaysWhenItIsClosedAndOneThatIsWithdrawnHasNone() {
        Opinion withdrawn = given();
        withdrawn.moveTo(CLOSED, "철회", COMMITTEE, NOON);

        assertThat(withdrawn.standing().answer()).isNull();
        assertThat(withdrawn.standing().closing().reason()).isEqualTo("철회");
        assertThat(standing(CLOSED).standing().answer().text()).isEqualTo("매월 공유함");
    }

    @Test
    void whoAnswersForAnotherAgencyAnswersAsAProxy() {
        Opinion opinion = given();
        Caller other = new Caller("planner", EnumSet.of(Role.PLANNER, Role.REPORTER), "KCS", false);

        opinion.moveTo(ANSWERED, "대신 답함", other, NOON);

        assertThat(opinion.standing().answer().byAgency()).isNull();
    }

    @Test
    void theDocumentedDiagramIsDrawnFromTheTable() throws IOException {
        String page = Files.readString(ApiDocument.checkout().resolve("docs/meetings.md"));

        assertThat(page).contains("```mermaid\n" + OpinionStatus.diagram() + "```");
    }
}
