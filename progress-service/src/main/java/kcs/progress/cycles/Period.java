package kcs.progress.cycles;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cycle reports on: a quarter {@code 2024Q3}, a month {@code 2024-07}, half a year {@code 2024H2} or a year
 * {@code 2024}.
 *
 * @param startsOn first day
 * @param endsOn last day
 */
record Period(String text, LocalDate startsOn, LocalDate endsOn) {
    /** How a period is written. */
    static final String FORM = "(20[0-9]{2})(?:Q([1-4])|H([12])|-(0[1-9]|1[0-2]))?";

    private static final Pattern WRITTEN = Pattern.compile(FORM);

    /** Empty when there is no such period, such as {@code 2024Q5}. */
    static Optional<Period> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        if (written.group(2) != null) {
            return Optional.of(months(text, year, 3 * number(written, 2) - 2, 3));
        }
        if (written.group(3) != null) {
            return Optional.of(months(text, year, 6 * number(written, 3) - 5, 6));
        }
        return Optional.of(
                written.group(4) == null ? months(text, year, 1, 12) : months(text, year, number(written, 4), 1));
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }

    private static Period months(String text, int year, int first, int count) {
        YearMonth begin = YearMonth.of(year, Month.of(first));
        return new Period(text, begin.atDay(1), begin.plusMonths(count - 1L).atEndOfMonth());
    }
}
