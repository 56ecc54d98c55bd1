package kcs.progress.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The public holidays of a year as the rules of {@link PublicHoliday} have them; temporary holidays and elections are
 * known only when they are announced. Substitutes are given as in the rules' third article: for each holiday that falls
 * on a weekend, and one for holidays that fall on each other during the week, the first day after that is free of both;
 * where two would be the same day, the second is the next such day. Earlier years are reckoned by the same rules, though
 * some of these were not yet in force before 2023.
 */
final class KoreanHolidays {
    /** The days of a week on which no office works. */
    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final String SUBSTITUTE_KO = "대체공휴일(%s)";
    private static final String SUBSTITUTE_EN = "Substitute holiday (%s)";

    private KoreanHolidays() {}

    /** Each holiday with its names as the gazette writes them, in the order of the days. */
    static SortedMap<LocalDate, List<String>> in(int year) {
        SortedMap<LocalDate, List<PublicHoliday>> falling = new TreeMap<>();
        for (PublicHoliday holiday : PublicHoliday.values()) {
            if (holiday.isKeptIn(year)) {
                falling.computeIfAbsent(holiday.in(year), any -> new ArrayList<>())
                        .add(holiday);
            }
        }
        SortedMap<LocalDate, List<String>> named = new TreeMap<>();
        falling.forEach((day, holidays) ->
                named.put(day, holidays.stream().map(PublicHoliday::ko).toList()));
        falling.forEach((day, holidays) -> {
            for (PublicHoliday replaced : replaced(day, holidays)) {
                String name = SUBSTITUTE_KO.formatted(replaced.festival().ko());
                named.put(firstFreeAfter(day, named.keySet()), List.of(name));
            }
        });
        return named;
    }

    static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    /** What a holiday of the rules, or its substitute, is called in English; null for any other. */
    static String english(String announced) {
        for (PublicHoliday holiday : PublicHoliday.values()) {
            if (announced.equals(holiday.ko())) {
                return holiday.en();
            }
            if (announced.equals(SUBSTITUTE_KO.formatted(holiday.ko()))) {
                return SUBSTITUTE_EN.formatted(holiday.en());
            }
        }
        return null;
    }

    private static List<PublicHoliday> replaced(LocalDate day, List<PublicHoliday> holidays) {
        if (isWeekend(day)) {
            return holidays.stream()
                    .filter(holiday -> holiday.isReplacedOn(day.getDayOfWeek()))
                    .toList();
        }
        List<PublicHoliday> replaceable =
                holidays.stream().filter(PublicHoliday::isReplacedAtAll).toList();
        if (holidays.size() < 2 || replaceable.isEmpty()) {
            return List.of();
        }
        return List.of(replaceable.get(replaceable.size() - 1));
    }

    private static LocalDate firstFreeAfter(LocalDate day, Set<LocalDate> holidays) {
        LocalDate free = day.plusDays(1);
        while (isWeekend(free) || holidays.contains(free)) {
            free = free.plusDays(1);
        }
        return free;
    }
}
