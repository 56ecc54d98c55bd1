package kcs.chassis.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts something settled of the same kind in the place of what differs from one run to the next: identifiers by their
 * first appearance, moments by their order. What is the same stays the same, and what is later stays later.
 */
final class StableValues {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    /** A name that a test makes one of its kind by such an identifier needs none where it stands alone. */
    private static final Pattern NAME_WITH_ID = Pattern.compile(" " + ID.pattern() + "\"");
    /** Plans that tests make up, each with a number of its own. */
    private static final Pattern PLAN =
            Pattern.compile("(?<![A-Z0-9-])(?:DUTY|EVID|HEALTH|T|TEST)-(?:[0-9A-F]{8}|\\d{1,4})\\b");
    /** Agencies that tests make up. */
    private static final Pattern AGENCY = Pattern.compile("\\bT[A-Z]{8}\\b");

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z");
    private static final Pattern TAG = Pattern.compile("(\"\\d+)-[0-9a-f]{8}(\\\\?\")");
    private static final Pattern PLACE = Pattern.compile("\\b1[0-9]{12}-\\d+\\b");
    private static final Pattern CURSOR = Pattern.compile("(cursor=|\"nextCursor\":\")[\\w-]{16,}");
    private static final Instant SETTLED = Instant.parse("2024-10-15T01:00:00Z");

    private final Instant now;

    StableValues(Instant now) {
        this.now = now;
    }

    /** @param text an example, JSON on one line */
    String in(String text) {
        String settled =
                numbered(NAME_WITH_ID.matcher(text).replaceAll("\""), ID, "00000000-0000-4000-8000-%012d"::formatted);
        int firstPlan = settled.contains("KCS-2024") ? 2025 : 2024;
        settled = numbered(settled, PLAN, number -> "KCS-" + (firstPlan + number - 1));
        settled = numbered(settled, AGENCY, number -> "AGENCY" + number);
        settled = moments(settled);
        String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        String tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).toString();
        String day = LocalDate.ofInstant(SETTLED, ZoneOffset.UTC).toString();
        settled = settled.replace(today, day).replace(tomorrow, day);
        settled = TAG.matcher(settled).replaceAll("$1-1a2b3c4d$2");
        settled = numbered(settled, PLACE, number -> "1732248000000-" + (56 + number));
        return CURSOR.matcher(settled).replaceAll("$1bmV4dC1wYWdl");
    }

    private static String numbered(String text, Pattern pattern, java.util.function.IntFunction<String> name) {
        Map<String, String> names = new LinkedHashMap<>();
        return replaced(text, pattern, found -> names.computeIfAbsent(found, absent -> name.apply(names.size() + 1)));
    }

    private String moments(String text) {
        Map<Instant, Set<Instant>> bySettledMinute = new LinkedHashMap<>();
        MOMENT.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Instant::parse)
                .forEach(moment -> bySettledMinute
                        .computeIfAbsent(minute(moment), minute -> new TreeSet<>())
                        .add(moment.truncatedTo(ChronoUnit.MICROS)));
        return replaced(text, MOMENT, found -> {
            Instant moment = Instant.parse(found);
            Instant minute = minute(moment);
            int order =
                    java.util.List.copyOf(bySettledMinute.get(minute)).indexOf(moment.truncatedTo(ChronoUnit.MICROS));
            return minute.plusSeconds(order).toString();
        });
    }

    /** What a clock of a test said stays in its minute; what the real one said does not. */
    private Instant minute(Instant moment) {
        return moment.isBefore(now.minus(Duration.ofDays(2))) ? moment.truncatedTo(ChronoUnit.MINUTES) : SETTLED;
    }

    private static String replaced(String text, Pattern pattern, UnaryOperator<String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found.group())));
    }
}
