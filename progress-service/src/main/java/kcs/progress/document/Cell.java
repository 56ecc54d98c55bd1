package kcs.progress.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import kcs.progress.directory.HealthState;

/** What one place of a table or one fact says. */
public sealed interface Cell {

    /** Nothing belongs here. */
    record Nothing() implements Cell {}

    /** Nobody has stated it: {@code word} says so in the document's language. */
    record NotStated(String word) implements Cell {}

    /** Written as it is; line breaks are kept. */
    record Text(String text) implements Cell {}

    /** A figure. */
    record Number(BigDecimal value) implements Cell {}

    /**
     * A share.
     *
     * @param value in percent, 0 to 100
     */
    record Percent(BigDecimal value) implements Cell {}

    /** A day in Seoul. */
    record Day(LocalDate day) implements Cell {}

    /** A moment, shown by the clock of Seoul. */
    record Moment(Instant instant) implements Cell {}

    /**
     * A signal light: shown by shape, colour and word.
     *
     * @param word the health in the document's language
     */
    record Light(HealthState health, String word) implements Cell {}

    Cell NOTHING = new Nothing();

    static Cell of(long whole) {
        return new Number(BigDecimal.valueOf(whole));
    }
}
