package kcs.progress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules held against the gazette. */
class KoreanHolidaysTest {

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void reckonsWhatWasAnnounced(int year) {
        Map<LocalDate, List<String>> announced = new TreeMap<>();
        for (AnnouncedDay holiday : BundledTable.read().announced()) {
            if (holiday.day().getYear() == year && !onlyAnnounced(holiday)) {
                announced.put(holiday.day(), holiday.names());
            }
        }

        assertThat(announced).hasSizeGreaterThan(14);
        assertThat(KoreanHolidays.in(year)).isEqualTo(announced);
    }

    /** Elections and temporary holidays: no rule has them. */
    private static boolean onlyAnnounced(AnnouncedDay holiday) {
        return holiday.names().stream().allMatch(name -> name.contains("선거") || name.startsWith("임시공휴일"));
    }

    @Test
    void keepsLabourDayAndConstitutionDayFrom2026() {
        assertThat(KoreanHolidays.in(2025)).doesNotContainKeys(day("2025-05-01"), day("2025-07-17"));
        assertThat(KoreanHolidays.in(2026)).containsKeys(day("2026-05-01"), day("2026-07-17"));
    }

    @ParameterizedTest
    @CsvSource({
        "2028-01-26, 설날 전날",
        "2028-01-27, 설날",
        "2028-01-28, 설날 다음 날",
        "2028-05-02, 부처님 오신 날",
        "2029-02-13, 설날",
        "2030-02-05, 대체공휴일(설날)",
        "2033-09-08, 추석",
        "2034-02-19, 설날"
    })
    void reckonsLunarDaysOfLaterYearsInSeoul(LocalDate day, String name) {
        assertThat(KoreanHolidays.in(day.getYear())).containsEntry(day, List.of(name));
    }

    @Test
    void givesOneSubstituteForTwoHolidaysOnOneWorkingDay() {
        assertThat(KoreanHolidays.in(2028).subMap(day("2028-10-01"), day("2028-10-08")))
                .isEqualTo(Map.of(
                        day("2028-10-02"), List.of("추석 전날"),
                        day("2028-10-03"), List.of("개천절", "추석"),
                        day("2028-10-04"), List.of("추석 다음 날"),
                        day("2028-10-05"), List.of("대체공휴일(추석)")));
    }

    @Test
    void givesTheNextFreeDayWhereTwoSubstitutesWouldBeOne() {
        assertThat(KoreanHolidays.in(2039).subMap(day("2039-10-01"), day("2039-10-08")))
                .containsEntry(day("2039-10-02"), List.of("추석"))
                .containsEntry(day("2039-10-03"), List.of("개천절", "추석 다음 날"))
                .containsEntry(day("2039-10-04"), List.of("대체공휴일(추석)"))
                .containsEntry(day("2039-10-05"), List.of("대체공휴일(추석)"))
                .hasSize(5);
    }

    @Test
    void neverReplacesNewYearsDayAndMemorialDay() {
        assertThat(KoreanHolidays.in(2028)).doesNotContainKey(day("2028-01-03"));
        assertThat(KoreanHolidays.in(2027)).doesNotContainKey(day("2027-06-07"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1900, 9999})
    void reckonsAnyYear(int year) {
        assertThat(KoreanHolidays.in(year))
                .allSatisfy((day, names) -> assertThat(day).hasYear(year));
    }

    @Test
    void translatesWhatTheRulesName() {
        assertThat(KoreanHolidays.english("추석 다음 날")).isEqualTo("Day after Chuseok");
        assertThat(KoreanHolidays.english("대체공휴일(3ㆍ1절)")).isEqualTo("Substitute holiday (Independence Movement Day)");
        assertThat(KoreanHolidays.english("제22대국회의원선거")).isNull();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
