package kcs.progress.healthrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kcs.chassis.testing.ApiDocument;
import kcs.progress.directory.Label;
import kcs.progress.directory.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HealthRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 10, 31);
    private static final Label PILOT = new Label("시범 운영", "Pilot");

    private final HealthRule rule = new HealthRule(new Limits(30, new BigDecimal("0.5"), 25, 10));

    private record Limits(
            int offTrackMilestoneDays,
            BigDecimal offTrackOverdueShare,
            int offTrackBehindPoints,
            int atRiskBehindPoints)
            implements HealthConfig {}

    @ParameterizedTest
    @MethodSource("examples")
    void reckonsTheExamplesOfItsPage(List<String> example) {
        HealthRule.Derived derived = rule.reckon(facts(example), TODAY);

        assertThat(derived.state()).hasToString(example.get(6));
        assertThat(derived.reasons().stream().map(reason -> reason.text().en()).collect(Collectors.joining("; ")))
                .isEqualTo(example.get(7));
    }

    static Stream<List<String>> examples() throws IOException {
        String page = Files.readString(ApiDocument.checkout().resolve("docs/health.md"));
        List<List<String>> examples = page.lines()
                .filter(line -> line.matches("\\| (IN_PROGRESS|ON_HOLD|COMPLETED) \\|.*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        assertThat(examples).hasSizeGreaterThan(15);
        return examples.stream();
    }

    private static HealthFacts facts(List<String> example) {
        String[] open = example.get(2).split("/");
        Integer time = number(example.get(5));
        return new HealthFacts(
                TaskStatus.valueOf(example.get(0)),
                time == null ? null : TODAY.minusDays(time),
                time == null ? null : TODAY.plusDays(100 - time),
                number(example.get(1)) == null ? List.of() : List.of(milestone(number(example.get(1)), null)),
                Integer.parseInt(open[1]),
                Integer.parseInt(open[0]),
                last(example.get(3)),
                number(example.get(4)) == null ? List.of() : List.of(number(example.get(4))));
    }

    private static Integer number(String cell) {
        return cell.equals("–") ? null : Integer.valueOf(cell);
    }

    private static HealthFacts.LastCycle last(String cell) {
        if (cell.equals("–")) {
            return null;
        }
        String[] parts = cell.split("[,/]");
        int expected = Integer.parseInt(parts[2]);
        int missed = Integer.parseInt(parts[1]);
        return new HealthFacts.LastCycle(
                "2024Q3", expected, expected - missed, Integer.parseInt(parts[0]), expected, missed);
    }

    private static HealthFacts.Milestone milestone(int daysLate, LocalDate doneOn) {
        return new HealthFacts.Milestone(PILOT, TODAY.minusDays(daysLate), doneOn);
    }

    private static HealthFacts with(LocalDate startsOn, LocalDate endsOn, List<Integer> percents) {
        return new HealthFacts(TaskStatus.IN_PROGRESS, startsOn, endsOn, List.of(), 0, 0, null, percents);
    }

    private static HealthFacts with(HealthFacts.Milestone... milestones) {
        return new HealthFacts(TaskStatus.IN_PROGRESS, null, null, List.of(milestones), 0, 0, null, List.of());
    }

    private static HealthFacts checkpoints(int overdue, int due) {
        return new HealthFacts(TaskStatus.IN_PROGRESS, null, null, List.of(), due, overdue, null, List.of());
    }

    @ParameterizedTest
    @CsvSource({"0,ON_TRACK", "1,AT_RISK", "29,AT_RISK", "30,AT_RISK", "31,OFF_TRACK"})
    void aMilestoneIsLateFromTheDayAfterItWasDue(int daysLate, HealthState state) {
        assertThat(rule.reckon(with(milestone(daysLate, null)), TODAY).state()).isEqualTo(state);
    }

    @Test
    void aMilestoneThatWasDoneIsNotLateAnyMore() {
        assertThat(rule.reckon(with(milestone(90, TODAY.minusDays(1))), TODAY).state())
                .isEqualTo(HealthState.ON_TRACK);
    }

    @Test
    void theLatestMilestoneIsNamedAndTheOthersAreCounted() {
        HealthRule.Derived derived = rule.reckon(with(milestone(1, null), milestone(31, null)), TODAY);

        assertThat(derived.reasons())
                .extracting(
                        reason -> reason.text().ko(), reason -> reason.text().en())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "세부 일정 '시범 운영' 31일 지연, 그 밖에 1건 지연", "milestone Pilot 31 days late, 1 more late"));
    }

    @ParameterizedTest
    @CsvSource({"0,4,ON_TRACK", "1,4,AT_RISK", "49,100,AT_RISK", "2,4,OFF_TRACK", "3,4,OFF_TRACK", "1,1,OFF_TRACK"})
    void halfOfTheDueCheckpointsOverdueIsOffTrack(int overdue, int due, HealthState state) {
        assertThat(rule.reckon(checkpoints(overdue, due), TODAY).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"7,10,OFF_TRACK", "6,10,AT_RISK", "70,100,OFF_TRACK", "69,100,AT_RISK"})
    void theShareIsReckonedExactly(int overdue, int due, HealthState state) {
        HealthRule strict = new HealthRule(new Limits(30, new BigDecimal("0.7"), 25, 10));

        assertThat(strict.reckon(checkpoints(overdue, due), TODAY).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"60,ON_TRACK", "51,ON_TRACK", "50,ON_TRACK", "49,AT_RISK", "35,AT_RISK", "34,OFF_TRACK", "0,OFF_TRACK"})
    void whoIsFarBehindTheTimeElapsedIsOffTrack(int done, HealthState state) {
        HealthFacts facts = with(TODAY.minusDays(60), TODAY.plusDays(40), List.of(done));

        assertThat(rule.reckon(facts, TODAY).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-01,2024-12-01,0",
        "2024-10-31,2024-12-01,0",
        "2024-10-30,2024-11-01,50",
        "2024-10-01,2024-10-31,100",
        "2024-01-01,2024-02-01,100",
        "2024-10-31,2024-10-31,100"
    })
    void timeRunsFromTheFirstDayToTheLast(LocalDate startsOn, LocalDate endsOn, int elapsed) {
        Figures figures = rule.reckon(with(startsOn, endsOn, List.of()), TODAY).figures();

        assertThat(figures.percentElapsed()).isEqualTo(elapsed);
    }

    @Test
    void completionIsTheMeanOfTheAgenciesInWholePoints() {
        Figures figures =
                rule.reckon(with(null, null, List.of(40, 41, 41)), TODAY).figures();

        assertThat(figures.percentComplete()).isEqualTo(41);
    }

    @Test
    void saysWhatNobodyStated() {
        Figures nothing = rule.reckon(with(null, null, List.of()), TODAY).figures();
        Figures all = rule.reckon(
                        new HealthFacts(
                                TaskStatus.IN_PROGRESS,
                                TODAY,
                                TODAY,
                                List.of(milestone(-1, null)),
                                0,
                                0,
                                null,
                                List.of(100)),
                        TODAY)
                .figures();

        assertThat(nothing.notStated())
                .extracting(Reason::code)
                .containsExactly("MILESTONES_NOT_STATED", "COMPLETION_NOT_STATED", "PERIOD_NOT_STATED");
        assertThat(all.notStated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED,false",
        "SELECTED,false",
        "REJECTED,false",
        "IN_PROGRESS,true",
        "ON_HOLD,true",
        "COMPLETED,true",
        "DISCONTINUED,false"
    })
    void onlyTasksThatHaveBegunHaveHealth(TaskStatus status, boolean applies) {
        assertThat(HealthRule.appliesTo(status)).isEqualTo(applies);
    }

    @Test
    void isPrintedWithItsThresholdsAndAnotherVersionForOthers() {
        PrintedRule printed = rule.printed();

        assertThat(printed.version()).isEqualTo("1-30-0.5-25-10");
        assertThat(printed.text().en()).contains("more than 30 days late", "50 % or more", "25 points", "10 points");
        assertThat(printed.text().ko()).contains("30일 넘게", "50 % 이상", "25%p", "10%p");
        assertThat(printed.text().en()).hasSizeLessThan(1000);
        assertThat(new HealthRule(new Limits(31, new BigDecimal("0.5"), 25, 10))
                        .printed()
                        .version())
                .isNotEqualTo(printed.version());
    }

    @Test
    void theWorstDeclarationCounts() {
        assertThat(HealthState.worst(List.of(HealthState.COMPLETED, HealthState.AT_RISK, HealthState.ON_TRACK)))
                .contains(HealthState.AT_RISK);
        assertThat(HealthState.worst(List.of(HealthState.COMPLETED, HealthState.ON_TRACK)))
                .contains(HealthState.ON_TRACK);
        assertThat(HealthState.worst(List.of())).isEmpty();
    }
}
