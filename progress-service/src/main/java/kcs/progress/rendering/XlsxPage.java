package kcs.progress.rendering;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kcs.chassis.time.Seoul;
import kcs.progress.document.Cell;
import org.dhatim.fastexcel.Worksheet;

/** A sheet that is written from top to bottom. What is above is sent off in portions and forgotten. */
final class XlsxPage {
    private static final int PORTION = 1000;

    /** Excel counts in binary fractions: of longer figures it would keep other digits than were written. */
    private static final int MOST_DIGITS = 15;

    /** Excel believes that 1900 was a leap year; before March its days are off by one. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Worksheet sheet;
    private final XlsxText text;
    private final XlsxLooks looks;
    private int row;

    XlsxPage(Worksheet sheet, XlsxText text) {
        this.sheet = sheet;
        this.text = text;
        this.looks = new XlsxLooks(sheet);
    }

    /** The row that is written next, counted from 0. */
    int row() {
        return row;
    }

    Worksheet sheet() {
        return sheet;
    }

    void skip() {
        row++;
    }

    /** One line of text in the first column. */
    void line(String line, XlsxLook look) throws IOException {
        row(List.of(new Cell.Text(line)), look);
    }

    void headings(List<String> headings) throws IOException {
        row(headings.stream().map(heading -> (Cell) new Cell.Text(heading)).toList(), XlsxLook.HEADING);
    }

    void row(List<Cell> cells) throws IOException {
        row(cells, null);
    }

    /**
     * A row whose first cell says what the second is.
     *
     * @throws IOException when the stream takes no more
     */
    void fact(String label, Cell value) throws IOException {
        put(0, new Cell.Text(label), XlsxLook.HEADING);
        put(1, value, XlsxLook.of(value));
        next();
    }

    private void row(List<Cell> cells, XlsxLook look) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            put(column, cell, look == null ? XlsxLook.of(cell) : look);
        }
        next();
    }

    private void next() throws IOException {
        row++;
        if (row % PORTION == 0) {
            send();
        }
    }

    /** Ends the sheet. */
    void finish() throws IOException {
        looks.settle();
        sheet.finish();
    }

    private void send() throws IOException {
        looks.settle();
        sheet.flush();
    }

    private void put(int column, Cell cell, XlsxLook look) {
        fill(column, cell);
        looks.put(row, column, look);
    }

    private void fill(int column, Cell cell) {
        if (cell instanceof Cell.Number number) {
            figure(column, number.value(), number.value(), cell);
        } else if (cell instanceof Cell.Percent percent) {
            figure(column, percent.value(), percent.value().movePointLeft(2), cell);
        } else if (cell instanceof Cell.Day day && !day.day().isBefore(FIRST_DAY)) {
            sheet.value(row, column, day.day());
        } else if (cell instanceof Cell.Moment moment
                && !Seoul.dayOf(moment.instant()).isBefore(FIRST_DAY)) {
            sheet.value(row, column, LocalDateTime.ofInstant(moment.instant(), Seoul.ZONE));
        } else {
            text(column, cell);
        }
    }

    private void figure(int column, BigDecimal shown, BigDecimal value, Cell cell) {
        if (shown.precision() > MOST_DIGITS && shown.stripTrailingZeros().precision() > MOST_DIGITS) {
            text(column, cell);
        } else {
            sheet.value(row, column, value);
        }
    }

    private void text(int column, Cell cell) {
        String written = Written.FOR_READING.text(cell);
        if (!written.isEmpty()) {
            text.write(sheet, row, column, written);
        }
    }
}
