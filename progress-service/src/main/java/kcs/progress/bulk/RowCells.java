package kcs.progress.bulk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kcs.chassis.json.StrictJson;
import kcs.chassis.problem.FieldError;
import kcs.progress.tables.Cell;
import kcs.progress.tables.Table;

/** The cells of one row by their columns. What one of them should not hold is an error of it, and reads as nothing. */
final class RowCells {
    private final Table.Row row;
    private final Map<FilingColumn, Integer> places;
    private final List<FieldError> errors;

    /**
     * @param places where the columns stand in this sheet
     * @param errors takes what is wrong
     */
    RowCells(Table.Row row, Map<FilingColumn, Integer> places, List<FieldError> errors) {
        this.row = row;
        this.places = places;
        this.errors = errors;
    }

    /** Text in NFC, lines ending in LF, without blanks around it; null where there is none. */
    String text(FilingColumn column) {
        return text(column, cell(column));
    }

    private String text(FilingColumn column, Cell cell) {
        if (!StrictJson.wellFormed(cell.text())) {
            return refuse(column, "malformed-unicode");
        }
        String text = Normalizer.normalize(cell.text().replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
        return text.isEmpty() ? null : text;
    }

    /** A whole number, by itself or with a percent sign. */
    Integer percent(FilingColumn column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Integer percent = text.matches("[0-9]{1,3} ?%?") ? Integer.valueOf(text.replaceAll("[ %]", "")) : null;
        return percent == null || percent > 100 ? refuse(column, "range", 0, 100) : percent;
    }

    Long version(FilingColumn column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : refuse(column, "cell-version");
    }

    /** A day of Excel's, or one that is written out. */
    LocalDate day(FilingColumn column) {
        Cell cell = cell(column);
        String text = text(column, cell);
        if (cell.day() != null || text == null) {
            return cell.day();
        }
        return day(text).orElseGet(() -> refuse(column, "wrong-type", "date (YYYY-MM-DD)"));
    }

    /** The day that is written so; empty when it is none. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** A word of the API, or what officials call it. */
    <E extends Enum<E>> E word(FilingColumn column, Class<E> words) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        return Labels.word(words, text)
                .orElseGet(() -> refuse(column, "unknown-word", Labels.all(words, Locale.KOREAN)));
    }

    /**
     * The entries of a cell that holds several.
     *
     * @param reader makes something of one; empty when it is not written as it should be
     * @param code what is wrong with one that is not; its text names which one it is
     */
    <T> List<T> entries(
            FilingColumn column,
            Function<String, List<String>> split,
            Function<String, Optional<T>> reader,
            String code) {
        String text = text(column);
        if (text == null) {
            return List.of();
        }
        List<String> written = split.apply(text);
        List<T> read = written.stream().map(reader).flatMap(Optional::stream).toList();
        for (int i = 0; read.size() < written.size() && i < written.size(); i++) {
            if (reader.apply(written.get(i)).isEmpty()) {
                errors.add(FieldError.of(pointer(column) + "/" + i, code));
            }
        }
        return read;
    }

    private Cell cell(FilingColumn column) {
        Integer place = places.get(column);
        Cell cell = place == null ? Cell.EMPTY : row.cell(place);
        return switch (cell.kind()) {
            case EMPTY, TEXT, NUMBER, DAY -> cell;
            case FORMULA -> {
                refuse(column, "cell-formula");
                yield Cell.EMPTY;
            }
            case OTHER -> {
                refuse(column, "cell-unusable");
                yield Cell.EMPTY;
            }
        };
    }

    private String pointer(FilingColumn column) {
        return "/rows/" + row.number() + "/" + column.key();
    }

    private <T> T refuse(FilingColumn column, String code, Object... arguments) {
        errors.add(FieldError.of(pointer(column), code, arguments));
        return null;
    }
}
