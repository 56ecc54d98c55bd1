package kcs.progress.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one cell of a table holds. In CSV everything is text; in XLSX it is what the sheet says.
 *
 * @param text of a number or a day as it would be typed; never null
 * @param number null unless it is one
 * @param day null unless it is one
 */
public record Cell(Kind kind, String text, BigDecimal number, LocalDate day) {
    /** Numbers beyond these many digits are no values of a report, and could be made to fill the memory. */
    private static final int MOST_DIGITS = 30;

    /** What a cell may hold. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DAY,
        /** Computed: what it is worth depends on the program that opens the sheet. */
        FORMULA,
        /** An error such as #N/A, a truth value, a time of day. */
        OTHER
    }

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "", null, null);
    static final Cell FORMULA = new Cell(Kind.FORMULA, "", null, null);
    static final Cell OTHER = new Cell(Kind.OTHER, "", null, null);

    /** Text; a cell with nothing but blanks in it is empty. */
    public static Cell of(String text) {
        return text == null || text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text, null, null);
    }

    /** A number; empty for null. */
    public static Cell of(BigDecimal number) {
        if (number == null) {
            return EMPTY;
        }
        boolean readable = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        return readable ? new Cell(Kind.NUMBER, plain(number), number, null) : OTHER;
    }

    /** A whole number; empty for null. */
    public static Cell of(Number whole) {
        return whole == null ? EMPTY : of(BigDecimal.valueOf(whole.longValue()));
    }

    /** A day; empty for null. */
    public static Cell of(LocalDate day) {
        return day == null ? EMPTY : new Cell(Kind.DAY, Objects.toString(day), null, day);
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
