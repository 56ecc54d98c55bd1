package kcs.progress.bulk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemTexts;
import kcs.progress.tables.Table;

/** Says what is wrong with a sheet where people see it: in which row, in which column. */
final class SheetErrors {
    private static final Pattern ITEM =
            Pattern.compile("/items/(?<item>[0-9]+)(?:/submission)?(?:/approval)?(?<rest>/.*)?");
    private static final Pattern CELL =
            Pattern.compile("/rows/(?<row>[0-9]+)(?:/(?<key>[A-Za-z]+)(?:/(?<entry>[0-9]+)(?:/.*)?)?)?");

    /** As many as a problem may name. */
    private static final int MOST = 1000;

    private final ProblemTexts texts;
    private final Locale language;
    private final Table table;

    SheetErrors(ProblemTexts texts, Locale language, Table table) {
        this.texts = texts;
        this.language = language;
        this.table = table;
    }

    /** The same refusal, row by row. */
    ProblemException of(ProblemException refused) {
        ProblemException told = new ProblemException(refused.status(), refused.slug(), refused.arguments());
        refused.errors().stream()
                .map(error -> new FieldError(inSheet(error.pointer()), error.code(), error.detail(), error.arguments()))
                .sorted(Comparator.comparingInt(error -> row(error.pointer())))
                .limit(MOST)
                .map(this::inWords)
                .forEach(told::error);
        refused.members().forEach(told::with);
        refused.headers().forEach(told::header);
        return told;
    }

    private String inSheet(String pointer) {
        Matcher item = ITEM.matcher(pointer);
        if (!item.matches()) {
            return pointer.equals("/items") ? "/rows" : pointer;
        }
        int row = table.rows().get(Integer.parseInt(item.group("item"))).number();
        String rest = item.group("rest");
        return "/rows/" + row + (rest == null ? "" : rest);
    }

    private static int row(String pointer) {
        Matcher cell = CELL.matcher(pointer);
        return cell.matches() ? Integer.parseInt(cell.group("row")) : 0;
    }

    private FieldError inWords(FieldError error) {
        Matcher cell = CELL.matcher(error.pointer());
        if (!cell.matches() || cell.group("row").equals("1")) {
            return error;
        }
        String detail = texts.text(error, language);
        String row = cell.group("row");
        String heading = heading(cell.group("key"));
        if (heading == null) {
            return told(error, "field.in-row", row, detail);
        }
        if (cell.group("entry") == null) {
            return told(error, "field.in-cell", row, heading, detail);
        }
        String entry = Integer.toString(Integer.parseInt(cell.group("entry")) + 1);
        return told(error, "field.in-entry", row, heading, entry, detail);
    }

    private FieldError told(FieldError error, String key, Object... arguments) {
        return new FieldError(error.pointer(), error.code(), texts.text(key, language, arguments));
    }

    private String heading(String key) {
        List<FilingColumn> columns = Arrays.stream(FilingColumn.values())
                .filter(column -> column.key().equals(key))
                .toList();
        return columns.isEmpty() ? null : columns.get(0).heading(language);
    }
}
