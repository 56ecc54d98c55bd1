package kcs.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The cells of a report and nothing else, written by fastexcel from memory: what its workbook is measured against. */
final class BareWorkbook {
    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,9}(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MOST_ROWS = 1_000_000;
    private static final int PORTION = 1_000;

    private final List<List<Object>> rows;

    private BareWorkbook(List<List<Object>> rows) {
        this.rows = rows;
    }

    /** @param csv lines of a report; no cell of the plans that are measured holds a comma or a line break */
    static BareWorkbook of(List<String> csv) {
        Map<String, Object> known = new HashMap<>();
        return new BareWorkbook(csv.stream().map(line -> cells(line, known)).toList());
    }

    /** The same cell is the same object, as most of them come again and again. */
    private static List<Object> cells(String line, Map<String, Object> known) {
        List<Object> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.isEmpty() ? null : known.computeIfAbsent(cell, BareWorkbook::cell));
        }
        return cells;
    }

    private static Object cell(String text) {
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text);
        }
        return FIGURE.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    int rows() {
        return rows.size();
    }

    /** Writes it to nowhere; returns how many seconds that took. */
    double write() throws IOException {
        long began = System.nanoTime();
        try (OutputStream nowhere = new BufferedOutputStream(OutputStream.nullOutputStream());
                Workbook workbook = new Workbook(nowhere, "KCS", "1.0")) {
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
        return (System.nanoTime() - began) / 1e9;
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
