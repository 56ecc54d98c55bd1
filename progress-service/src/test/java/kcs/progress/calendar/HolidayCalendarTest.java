package kcs.progress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.calendar.DueDerivation.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    private static final Instant LOADED = Instant.parse("2026-12-01T00:00:00Z");
    private static final HolidayTable BUNDLED = HolidayTable.of(BundledTable.read(), LOADED);

    private final HolidayCalendar calendar = new HolidayCalendar(List.of(BUNDLED));

    @Test
    void movesBehindChuseokAndSaysWhy() {
        DueDate due = calendar.derive(day("2024-09-15"));

        assertThat(due.dueOn()).isEqualTo("2024-09-19");
        assertThat(due.nominalDueOn()).isEqualTo("2024-09-15");
        assertThat(reasons(due))
                .containsExactly(
                        "2024-09-15 일요일/Sunday",
                        "2024-09-16 추석 전날/Day before Chuseok",
                        "2024-09-17 추석/Chuseok",
                        "2024-09-18 추석 다음 날/Day after Chuseok");
        assertThat(due.dueDerivation().calendarVersion()).isEqualTo("2027.1");
        assertThat(due.dueDerivation().basis()).isEqualTo(Basis.ANNOUNCED);
    }

    @Test
    void namesEveryReasonOfADay() {
        DueDate due = calendar.derive(day("2025-05-03"));

        assertThat(due.dueOn()).isEqualTo("2025-05-07");
        assertThat(reasons(due))
                .containsExactly(
                        "2025-05-03 토요일/Saturday",
                        "2025-05-04 일요일/Sunday",
                        "2025-05-05 어린이날/Children's Day",
                        "2025-05-05 부처님 오신 날/Buddha's Birthday",
                        "2025-05-06 대체공휴일(부처님 오신 날)/Substitute holiday (Buddha's Birthday)");
    }

    @Test
    void namesTheWeekendBesideTheHolidayOnIt() {
        DueDate due = calendar.derive(day("2027-02-06"));

        assertThat(due.dueOn()).isEqualTo("2027-02-10");
        assertThat(reasons(due))
                .startsWith("2027-02-06 토요일/Saturday", "2027-02-06 설날 전날/Day before Seollal")
                .endsWith("2027-02-09 대체공휴일(설날)/Substitute holiday (Seollal)");
    }

    @Test
    void namesTemporaryHolidaysAsTheyWereAnnounced() {
        assertThat(reasons(calendar.derive(day("2026-06-03")))).containsExactly("2026-06-03 전국동시지방선거/null");
    }

    @Test
    void leavesABusinessDayWhereItIs() {
        DueDate due = calendar.derive(day("2024-10-15"));

        assertThat(due.dueOn()).isEqualTo("2024-10-15");
        assertThat(due.dueDerivation().movedBecause()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-31, 2027-12-31, ANNOUNCED",
        "2028-01-03, 2028-01-03, RULE",
        "2028-01-26, 2028-01-31, RULE",
        "2023-12-30, 2024-01-02, RULE"
    })
    void reckonsByRuleWhereNoTableStatesTheYear(LocalDate nominal, LocalDate due, Basis basis) {
        DueDate derived = calendar.derive(nominal);

        assertThat(derived.dueOn()).isEqualTo(due);
        assertThat(derived.dueDerivation().basis()).isEqualTo(basis);
    }

    @Test
    void takesEachYearFromTheNewestTableThatStatesIt() {
        HolidayTable newer = table("2028.1", 2027, "2027-03-02");
        HolidayCalendar both = new HolidayCalendar(List.of(newer, BUNDLED));

        assertThat(both.isBusinessDay(day("2027-03-01"))).isTrue();
        assertThat(both.isBusinessDay(day("2027-03-02"))).isFalse();
        assertThat(both.isBusinessDay(day("2026-03-02"))).isFalse();
        assertThat(both.derive(day("2026-03-02")).dueDerivation().calendarVersion())
                .isEqualTo("2028.1");
    }

    @Test
    void countsBusinessDaysBothWays() {
        assertThat(calendar.plus(day("2024-09-13"), 1)).isEqualTo("2024-09-19");
        assertThat(calendar.plus(day("2024-09-13"), 3)).isEqualTo("2024-09-23");
        assertThat(calendar.plus(day("2024-09-19"), -1)).isEqualTo("2024-09-13");
        assertThat(calendar.plus(day("2024-09-15"), 0)).isEqualTo("2024-09-15");
    }

    private static HolidayTable table(String version, int year, String day) {
        AnnouncedDay only = new AnnouncedDay(day(day), List.of("임시공휴일"));
        return HolidayTable.of(new LoadHolidayTable(version, List.of(year), List.of(only)), LOADED);
    }

    private static List<String> reasons(DueDate due) {
        return due.dueDerivation().movedBecause().stream()
                .map(moved -> moved.day() + " " + moved.name().ko() + "/"
                        + moved.name().en())
                .toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
