package kcs.progress.reports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kcs.chassis.time.Seoul;
import kcs.progress.words.Words;

/** Writes periods and days in words. */
final class Periods {
    private static final DateTimeFormatter KOREAN = DateTimeFormatter.ofPattern("uuuu. M. d.", Locale.KOREAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int YEAR = 4;

    private Periods() {}

    /** {@code 2024Q3} is 2024년 3분기; null is the whole plan. */
    static String name(String period, Words words) {
        if (period == null) {
            return words.say("report.wholePlan");
        }
        String year = period.substring(0, YEAR);
        String rest = period.substring(YEAR);
        if (rest.isEmpty()) {
            return words.say("period.Y", "year", year);
        }
        return switch (rest.charAt(0)) {
            case 'Q' -> words.say("period.Q", "year", year, "of", rest.substring(1));
            case 'H' -> words.say("period." + rest, "year", year);
            default -> words.say("report.month", "year", year, "month", Integer.parseInt(rest.substring(1)));
        };
    }

    /** The day in Seoul of an instant, in words. */
    static String day(Instant instant, Words words) {
        return (words.language().equals("ko") ? KOREAN : ENGLISH).format(Seoul.dayOf(instant));
    }
}
