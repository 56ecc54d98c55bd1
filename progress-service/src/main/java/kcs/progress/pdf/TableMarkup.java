package kcs.progress.pdf;

import java.util.List;
import java.util.Locale;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;

/** Writes tables, with heads that say of what they are the head. */
class TableMarkup {
    private final CellMarkup cells;

    TableMarkup(CellMarkup cells) {
        this.cells = cells;
    }

    /** The facts of the first page. */
    void facts(List<ReportDocument.Fact> facts, Markup into) {
        if (facts.isEmpty()) {
            return;
        }
        Markup body = into.add("table", "class", "facts").add("tbody");
        for (ReportDocument.Fact fact : facts) {
            Markup row = body.add("tr");
            row.add("th", "scope", "row").text(fact.label());
            cells.write(fact.value(), row.add("td"));
        }
    }

    /** @param width of the page, in CSS pixels */
    void table(TableSheet sheet, double width, Markup into) {
        if (sheet.rows().isEmpty()) {
            into.add("p", "class", "when-empty").text(sheet.table().whenEmpty());
            return;
        }
        String looks = "data" + (sheet.isDense(width) ? " dense" : "") + (sheet.isLong() ? " long" : "");
        Markup own = into.add("table", "class", looks);
        String[] sides = new String[sheet.table().columns().size()];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = sheet.isOfFigures(i) ? "right" : "left";
        }
        head(
                sheet.table().columns(),
                sheet.widths(width),
                sides,
                own.add("thead").add("tr"));
        Markup body = own.add("tbody");
        for (List<Cell> row : sheet.rows()) {
            row(row, sides, body.add("tr"));
        }
    }

    private static void head(List<Column> columns, double[] widths, String[] sides, Markup row) {
        for (int i = 0; i < sides.length; i++) {
            String width = String.format(Locale.ROOT, "width:%.2fpx", widths[i]);
            row.add("th", "scope", "col", "class", sides[i], "style", width)
                    .lines(columns.get(i).heading());
        }
    }

    /** What a row is about stands first, so it is the row's head. */
    private void row(List<Cell> row, String[] sides, Markup into) {
        for (int i = 0; i < row.size(); i++) {
            Markup cell = i == 0 ? into.add("th", "scope", "row") : into.add("td");
            cells.write(row.get(i), cell.set("class", sides[i]));
        }
    }
}
