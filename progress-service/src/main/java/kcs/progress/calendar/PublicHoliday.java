package kcs.progress.calendar;

import static java.time.DayOfWeek.SUNDAY;
import static kcs.progress.calendar.KoreanHolidays.WEEKEND;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.Set;
import java.util.function.IntFunction;
import kcs.chassis.time.Seoul;

/**
 * A public holiday that comes back each year, as of the Regulations on Holidays of Public Agencies (관공서의 공휴일에 관한
 * 규정), articles 2 and 3. Those of the lunar calendar stand last: where one falls on another holiday, the day given
 * instead is named after it.
 */
enum PublicHoliday {
    NEW_YEARS_DAY("1월 1일", "New Year's Day", solar(1, 1), Set.of()),
    INDEPENDENCE_MOVEMENT_DAY("3ㆍ1절", "Independence Movement Day", solar(3, 1), WEEKEND),
    LABOUR_DAY("노동절", "Labour Day", solar(5, 1), WEEKEND, 2026),
    CHILDRENS_DAY("어린이날", "Children's Day", solar(5, 5), WEEKEND),
    MEMORIAL_DAY("현충일", "Memorial Day", solar(6, 6), Set.of()),
    CONSTITUTION_DAY("제헌절", "Constitution Day", solar(7, 17), WEEKEND, 2026),
    LIBERATION_DAY("광복절", "Liberation Day", solar(8, 15), WEEKEND),
    NATIONAL_FOUNDATION_DAY("개천절", "National Foundation Day", solar(10, 3), WEEKEND),
    HANGEUL_DAY("한글날", "Hangeul Day", solar(10, 9), WEEKEND),
    CHRISTMAS_DAY("기독탄신일", "Christmas Day", solar(12, 25), WEEKEND),
    BEFORE_SEOLLAL("설날 전날", "Day before Seollal", lunar(1, 1, -1), Set.of(SUNDAY)),
    SEOLLAL("설날", "Seollal", lunar(1, 1, 0), Set.of(SUNDAY)),
    AFTER_SEOLLAL("설날 다음 날", "Day after Seollal", lunar(1, 1, 1), Set.of(SUNDAY)),
    BUDDHAS_BIRTHDAY("부처님 오신 날", "Buddha's Birthday", lunar(4, 8, 0), WEEKEND),
    BEFORE_CHUSEOK("추석 전날", "Day before Chuseok", lunar(8, 15, -1), Set.of(SUNDAY)),
    CHUSEOK("추석", "Chuseok", lunar(8, 15, 0), Set.of(SUNDAY)),
    AFTER_CHUSEOK("추석 다음 날", "Day after Chuseok", lunar(8, 15, 1), Set.of(SUNDAY));

    private final String ko;
    private final String en;
    private final IntFunction<LocalDate> reckoning;
    private final Set<DayOfWeek> replacedOn;
    private final int since;

    PublicHoliday(String ko, String en, IntFunction<LocalDate> reckoning, Set<DayOfWeek> replacedOn) {
        this(ko, en, reckoning, replacedOn, 0);
    }

    PublicHoliday(String ko, String en, IntFunction<LocalDate> reckoning, Set<DayOfWeek> replacedOn, int since) {
        this.ko = ko;
        this.en = en;
        this.reckoning = reckoning;
        this.replacedOn = replacedOn;
        this.since = since;
    }

    private static IntFunction<LocalDate> solar(int month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    /** A day of the Korean lunar calendar, in an ordinary month, and so many days from it. */
    private static IntFunction<LocalDate> lunar(int month, int day, int away) {
        return year -> {
            Calendar calendar =
                    Calendar.getInstance(TimeZone.getTimeZone(Seoul.ZONE.getId()), new ULocale("ko_KR@calendar=dangi"));
            calendar.clear();
            calendar.set(Calendar.EXTENDED_YEAR, year);
            calendar.set(Calendar.MONTH, month - 1);
            calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
            calendar.set(Calendar.DAY_OF_MONTH, day);
            return LocalDate.EPOCH
                    .with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY))
                    .plusDays(away);
        };
    }

    boolean isKeptIn(int year) {
        return year >= since;
    }

    /** Its day in a year of the Gregorian calendar. */
    LocalDate in(int year) {
        return reckoning.apply(year);
    }

    /** Whether another day is given for it when it falls on this day of the week. */
    boolean isReplacedOn(DayOfWeek day) {
        return replacedOn.contains(day);
    }

    /** Whether another day is given for it when it falls on another holiday. */
    boolean isReplacedAtAll() {
        return !replacedOn.isEmpty();
    }

    /** As the gazette writes it. */
    String ko() {
        return ko;
    }

    String en() {
        return en;
    }

    /** The festival that the day belongs to: its name without "the day before" and "the day after". */
    PublicHoliday festival() {
        if (this == BEFORE_SEOLLAL || this == AFTER_SEOLLAL) {
            return SEOLLAL;
        }
        return this == BEFORE_CHUSEOK || this == AFTER_CHUSEOK ? CHUSEOK : this;
    }
}
