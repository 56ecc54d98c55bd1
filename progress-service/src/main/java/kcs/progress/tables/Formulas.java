package kcs.progress.tables;

import java.util.regex.Pattern;

/**
 * Keeps text of a CSV file from being computed by the program that opens it: what would be taken for a formula is written
 * with an apostrophe before it. What already looks as if it were kept so gets one more, so that reading undoes it exactly.
 */
public final class Formulas {
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\t\r\n]");

    private static final Pattern KEPT_FROM_IT = Pattern.compile("'+[=+\\-@\t\r\n]");

    private Formulas() {}

    /** Text as it is written; not for numbers, whose sign is meant. */
    public static String keptFrom(String text) {
        return LIKE_A_FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** Text as it was before it was written. */
    public static String restored(String written) {
        return KEPT_FROM_IT.matcher(written).lookingAt() ? written.substring(1) : written;
    }
}
