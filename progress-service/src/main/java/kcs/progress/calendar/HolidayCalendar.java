package kcs.progress.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.progress.calendar.DueDerivation.Basis;
import kcs.progress.calendar.DueDerivation.Moved;
import kcs.progress.calendar.DueDerivation.Name;

/**
 * Which days are business days in Korea: for each year as the newest table has it that states the year, else by the
 * rules of {@link KoreanHolidays}. One for each question: it remembers the years that it looked at.
 */
final class HolidayCalendar {
    private static final Name SATURDAY = new Name("토요일", "Saturday");
    private static final Name SUNDAY = new Name("일요일", "Sunday");

    private final String version;
    private final Map<Integer, Map<LocalDate, List<String>>> announced = new HashMap<>();
    private final Map<Integer, Map<LocalDate, List<String>>> reckoned = new HashMap<>();

    /** @param tables newest first; at least one */
    HolidayCalendar(List<HolidayTable> tables) {
        if (tables.isEmpty()) {
            throw new IllegalStateException("there is no table of holidays");
        }
        version = tables.get(0).version();
        for (HolidayTable table : tables) {
            table.byYear().forEach(announced::putIfAbsent);
        }
    }

    /** The day itself if it is a business day, else the next one, and why. */
    DueDate derive(LocalDate nominalDueOn) {
        List<Moved> movedBecause = new ArrayList<>();
        LocalDate day = nominalDueOn;
        for (List<Name> off = daysOff(day); !off.isEmpty(); off = daysOff(day)) {
            for (Name reason : off) {
                movedBecause.add(new Moved(day, reason));
            }
            day = day.plusDays(1);
        }
        boolean stated = announced.containsKey(nominalDueOn.getYear()) && announced.containsKey(day.getYear());
        Basis basis = stated ? Basis.ANNOUNCED : Basis.RULE;
        return new DueDate(nominalDueOn, day, new DueDerivation(nominalDueOn, movedBecause, version, basis));
    }

    boolean isBusinessDay(LocalDate day) {
        return daysOff(day).isEmpty();
    }

    /** So many business days after a day, before it where the number is negative; the day itself where it is 0. */
    LocalDate plus(LocalDate from, int businessDays) {
        int step = Integer.signum(businessDays);
        LocalDate day = from;
        for (int left = Math.abs(businessDays); left > 0; ) {
            day = day.plusDays(step);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** What makes a day no business day: the weekend first, then its holidays. */
    private List<Name> daysOff(LocalDate day) {
        List<Name> reasons = new ArrayList<>();
        if (KoreanHolidays.isWeekend(day)) {
            reasons.add(day.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : SUNDAY);
        }
        for (String name : holidaysOf(day.getYear()).getOrDefault(day, List.of())) {
            reasons.add(new Name(name, KoreanHolidays.english(name)));
        }
        return reasons;
    }

    private Map<LocalDate, List<String>> holidaysOf(int year) {
        Map<LocalDate, List<String>> stated = announced.get(year);
        return stated == null ? reckoned.computeIfAbsent(year, KoreanHolidays::in) : stated;
    }
}
