package kcs.progress.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.progress.board.FeedEntry;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.TaskState.Participation;
import kcs.progress.directory.TaskStatus;
import kcs.progress.directory.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {
    private static final Set<String> NOBODY = Set.of();

    @ParameterizedTest(name = "{0} of {1}: public {2}, others' {3}, own {4}")
    @CsvSource(textBlock = """
            NONE,      ,      true, false, false
            ADMIN,     ,      true, false, false
            SERVICE,   ,      true, false, false
            REPORTER,  ,      true, false, false
            REPORTER,  DAPA,  true, false, true
            COMMITTEE, ,      true, true,  true
            PLANNER,   ,      true, true,  true
            AUDITOR,   ,      true, true,  true""")
    void seesByTheTableWhoMayDoWhat(String role, String agency, boolean open, boolean others, boolean own) {
        Audience audience = Audience.of(caller(role, agency));

        assertThat(audience.sees(task(Visibility.PUBLIC))).isEqualTo(open);
        assertThat(audience.sees(task(Visibility.GOVERNMENT, "KCS", "MOTIE"))).isEqualTo(others);
        assertThat(audience.sees(task(Visibility.GOVERNMENT, "KCS", "DAPA"))).isEqualTo(own);
    }

    @Test
    void seesNoTaskThroughAnAgencyWithoutTheRole() {
        Caller withoutRole = new Caller("somebody", Set.of(), "DAPA", false);

        assertThat(Audience.of(withoutRole)).isEqualTo(Audience.PUBLIC);
    }

    @Test
    void seesNoTaskThroughAPartThatHasEnded() {
        TaskState task = state(
                Visibility.GOVERNMENT,
                List.of(new Participation("DAPA", ParticipationRole.PARTNER, java.time.LocalDate.of(2025, 1, 1))));

        assertThat(dapa().sees(task)).isFalse();
    }

    @Test
    void seesALineOnlyWhenTheTaskWasSeenThenAndIsSeenNow() {
        FeedEntry hiddenThen = entry(Visibility.GOVERNMENT, NOBODY, Visibility.GOVERNMENT, NOBODY);
        FeedEntry openThen = entry(Visibility.PUBLIC, NOBODY, Visibility.PUBLIC, NOBODY);

        assertThat(Audience.PUBLIC.sees(hiddenThen, task(Visibility.PUBLIC))).isFalse();
        assertThat(Audience.PUBLIC.sees(openThen, task(Visibility.GOVERNMENT))).isFalse();
        assertThat(Audience.PUBLIC.sees(openThen, task(Visibility.PUBLIC))).isTrue();
        assertThat(Audience.PUBLIC.sees(openThen, null)).isFalse();
        assertThat(Audience.GOVERNMENT.sees(hiddenThen, task(Visibility.GOVERNMENT)))
                .isTrue();
    }

    @Test
    void losesATaskThatTurnsGovernmentOnlyOrThatItsAgencyLeaves() {
        FeedEntry hidden = entry(Visibility.PUBLIC, Set.of("DAPA"), Visibility.GOVERNMENT, Set.of("DAPA"));
        FeedEntry left = entry(Visibility.GOVERNMENT, Set.of("DAPA"), Visibility.GOVERNMENT, NOBODY);
        FeedEntry newlyHidden = entry(null, NOBODY, Visibility.GOVERNMENT, NOBODY);

        assertThat(Audience.PUBLIC.loses(hidden)).isTrue();
        assertThat(dapa().loses(hidden)).isFalse();
        assertThat(dapa().loses(left)).isTrue();
        assertThat(Audience.PUBLIC.loses(left)).isFalse();
        assertThat(Audience.PUBLIC.loses(newlyHidden)).isFalse();
        assertThat(Audience.GOVERNMENT.loses(hidden)).isFalse();
    }

    private static Audience dapa() {
        return Audience.of(caller("REPORTER", "DAPA"));
    }

    private static Caller caller(String role, String agency) {
        Set<Role> roles = role.equals("NONE") ? Set.of() : EnumSet.of(Role.valueOf(role));
        return new Caller(role.equals("NONE") ? "" : "somebody", roles, agency, false);
    }

    private static TaskState task(Visibility visibility, String... participants) {
        return state(
                visibility,
                List.of(participants).stream()
                        .map(agency -> new Participation(agency, ParticipationRole.PARTNER, null))
                        .toList());
    }

    private static TaskState state(Visibility visibility, List<Participation> participations) {
        return new TaskState(
                "T-1",
                "T",
                1,
                new Label("과제", null),
                null,
                null,
                Origin.PUBLISHED,
                false,
                false,
                visibility,
                participations,
                false,
                TaskStatus.SELECTED,
                Instant.EPOCH,
                null,
                null,
                0);
    }

    private static FeedEntry entry(
            Visibility before, Set<String> participantsBefore, Visibility after, Set<String> participants) {
        return new FeedEntry(
                1,
                Instant.EPOCH,
                "task.changed",
                "task",
                "T-1",
                new Label("과제", null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                before,
                after,
                participantsBefore,
                participants,
                true);
    }
}
