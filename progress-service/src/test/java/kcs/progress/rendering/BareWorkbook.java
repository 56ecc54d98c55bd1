package kcs.progress.rendering;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Cells and nothing else, written by fastexcel from memory: what our workbook is measured against. */
final class BareWorkbook {
    private static final int MOST_ROWS = 1_000_000;
    private static final int PORTION = 1_000;

    private BareWorkbook() {}

    /** @param rows of figures, days, text, and null for nothing */
    static void write(List<List<Object>> rows, OutputStream stream) throws IOException {
        try (Workbook workbook = new Workbook(new BufferedOutputStream(stream), "KCS", "1.0")) {
            Worksheet sheet = null;
            for (int i = 0; i < rows.size(); i++) {
                if (i % MOST_ROWS == 0) {
                    finish(sheet);
                    sheet = workbook.newWorksheet("rows " + i / MOST_ROWS);
                }
                put(rows.get(i), i % MOST_ROWS, sheet);
            }
            finish(sheet);
        }
    }

    private static void put(List<Object> cells, int row, Worksheet sheet) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof BigDecimal figure) {
                sheet.value(row, column, figure);
            } else if (cell instanceof LocalDate day) {
                sheet.value(row, column, day);
            } else if (cell instanceof String text) {
                sheet.inlineString(row, column, text);
            }
        }
        if (row % PORTION == PORTION - 1) {
            sheet.flush();
        }
    }

    private static void finish(Worksheet sheet) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }
}
