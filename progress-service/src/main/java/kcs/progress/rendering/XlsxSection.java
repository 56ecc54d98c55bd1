package kcs.progress.rendering;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.progress.document.Block;
import kcs.progress.document.Column;
import kcs.progress.document.Legible;
import kcs.progress.document.ReportDocument.Section;

/**
 * A section on a sheet of its own, its tables below each other; what goes beyond the last row of a sheet goes on on
 * another. Charts are left out: their figures stand in tables.
 */
final class XlsxSection {
    /** A head that takes more of a window leaves too little to what it heads. */
    private static final int MOST_FROZEN = 5;

    private static final int MARGIN = 2;
    private static final int WIDTH_OF_WEIGHT = 8;
    private static final int WIDEST = 80;
    private static final int TITLE_HEADING_AND_ROW = 3;
    private static final int NONE = -1;

    private final XlsxBook book;
    private final Section section;
    private final List<Block.Table> tables;
    private XlsxPage page;

    XlsxSection(XlsxBook book, Section section) {
        this.book = book;
        this.section = section;
        this.tables = section.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    void write() throws IOException {
        if (section.blocks().stream().allMatch(Block.Chart.class::isInstance)) {
            return;
        }
        turn();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                writeParagraph(paragraph);
            } else if (block instanceof Block.Table table) {
                writeTable(table);
            }
        }
        page.finish();
    }

    /** Opens the next sheet. */
    private void turn() throws IOException {
        if (page != null) {
            page.finish();
        }
        page = book.open(section.title());
        widths().forEach((column, width) -> page.sheet().width(column, width));
    }

    /** Of each column as the widest of the tables has it, in characters. */
    private Map<Integer, Integer> widths() {
        Map<Integer, Integer> widths = new HashMap<>();
        for (Block.Table table : tables) {
            for (int column = 0; column < table.columns().size(); column++) {
                int width =
                        MARGIN + WIDTH_OF_WEIGHT * table.columns().get(column).weight();
                widths.merge(column, Math.min(WIDEST, width), Math::max);
            }
        }
        return widths;
    }

    private void writeParagraph(Block.Paragraph paragraph) throws IOException {
        for (String line : Legible.text(paragraph.text()).split("\n", -1)) {
            makeRoom(1);
            page.line(line, XlsxLook.PARAGRAPH);
        }
        page.skip();
    }

    private void writeTable(Block.Table table) throws IOException {
        int[] heading = {NONE};
        EachRow.of(table.rows(), row -> {
            if (heading[0] == NONE) {
                makeRoom(TITLE_HEADING_AND_ROW);
                heading[0] = begin(table);
            } else if (page.row() == book.mostRows()) {
                filter(table, heading[0]);
                turn();
                heading[0] = begin(table);
            }
            page.row(row);
        });
        if (heading[0] == NONE) {
            writeEmpty(table);
        } else {
            filter(table, heading[0]);
        }
        page.skip();
    }

    private void makeRoom(int rows) throws IOException {
        if (page.row() + rows > book.mostRows()) {
            turn();
        }
    }

    /** Writes what stands above the rows, and says in which row the headings are. */
    private int begin(Block.Table table) throws IOException {
        page.line(table.title(), XlsxLook.TABLE_TITLE);
        int heading = page.row();
        if (tables.size() == 1 && heading < MOST_FROZEN) {
            page.sheet().freezePane(0, heading + 1);
        }
        page.headings(table.columns().stream().map(Column::heading).toList());
        return heading;
    }

    /** A sheet has one filter, so that only a table that is alone gets one; on paper its head comes again as well. */
    private void filter(Block.Table table, int heading) {
        if (tables.size() == 1) {
            page.sheet()
                    .setAutoFilter(heading, 0, page.row() - 1, table.columns().size() - 1);
            page.sheet().repeatRows(heading);
        }
    }

    private void writeEmpty(Block.Table table) throws IOException {
        makeRoom(2);
        page.line(table.title(), XlsxLook.TABLE_TITLE);
        page.line(table.whenEmpty(), XlsxLook.PARAGRAPH);
    }
}
