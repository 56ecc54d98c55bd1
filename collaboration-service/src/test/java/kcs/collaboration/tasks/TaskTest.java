package kcs.collaboration.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import kcs.collaboration.content.Indicator;
import kcs.collaboration.content.Label;
import kcs.collaboration.content.Milestone;
import kcs.collaboration.content.TaskContent;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-07-01T03:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2024, 8, 1);

    @Test
    void refusesToSkipTheAgreement() {
        Task task = proposed(content(JULY, "0"));

        assertThatThrownBy(() -> task.moveTo(TaskStatus.COMPLETED, NOON))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessage("a task cannot move from PROPOSED to COMPLETED");
    }

    @Test
    void isCalledByItsPlanAndNumber() {
        assertThat(Task.codeOf("KCS-2024", 1)).isEqualTo("KCS-2024-01");
        assertThat(Task.codeOf("KCS-2024", 123)).isEqualTo("KCS-2024-123");
    }

    @Test
    void keepsTheEarlierDateReadableWithTheReasonOfItsChange() {
        Task task = proposed(content(JULY, "0"));

        task.rewrite(content(AUGUST, "0"), Visibility.PUBLIC, null, "장비 도입 지연", NOON);

        assertThat(task.rescheduled().entries())
                .containsExactly(new Task.Rescheduling.Entry(
                        "milestone", "M1", "dueOn", JULY, AUGUST, "장비 도입 지연", NOON.instant()));
    }

    @Test
    void aTargetThatIsWrittenOtherwiseIsTheSameTarget() {
        assertThat(content(JULY, "10").rescheduledBy(content(JULY, "10.0"))).isEmpty();
        assertThat(content(JULY, "10").rescheduledBy(content(JULY, "11"))).hasSize(1);
    }

    @Test
    void aNewLeadMakesTheOneBeforeItAPartner() {
        Participations next = taking().with(part("DAPA", Participation.Role.LEAD));

        assertThat(next.all())
                .containsExactly(part("KCS", Participation.Role.PARTNER), part("DAPA", Participation.Role.LEAD));
    }

    @Test
    void theLeadCannotLeaveWithoutAnother() {
        assertThatThrownBy(() -> taking().without("KCS", JULY))
                .isInstanceOf(ProblemException.class)
                .hasMessage("lead-required");
    }

    @Test
    void whoLeftStaysReadableAndMayComeBack() {
        Participations left = taking().without("DAPA", JULY);

        assertThat(left.current()).containsExactly("KCS");
        assertThat(left.all()).contains(part("DAPA", Participation.Role.PARTNER).endedOn(JULY));
        assertThat(left.with(part("DAPA", Participation.Role.INVOLVED)).all()).hasSize(3);
    }

    private static Task proposed(TaskContent content) {
        Task.Entry entry = new Task.Entry(Origin.REGISTERED, false, Visibility.PUBLIC, null, TaskStatus.PROPOSED);
        return new Task("KCS-2024", 31, entry, content, taking(), NOON);
    }

    private static Participations taking() {
        return new Participations(
                List.of(part("KCS", Participation.Role.LEAD), part("DAPA", Participation.Role.PARTNER)));
    }

    private static Participation part(String agency, Participation.Role role) {
        return new Participation(agency, role, null, null, null);
    }

    private static TaskContent content(LocalDate due, String target) {
        Label label = new Label("과제", null);
        Milestone milestone = new Milestone("M1", label, due, null);
        Indicator indicator = new Indicator(
                "I1", label, "item", Indicator.Direction.INCREASE, null, new BigDecimal(target), null, null);
        return new TaskContent(
                label,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                false,
                null,
                List.of(milestone),
                List.of(indicator),
                null);
    }
}
