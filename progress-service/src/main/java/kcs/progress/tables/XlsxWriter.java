package kcs.progress.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook to be filled in: one sheet with the table, one that explains it. */
public final class XlsxWriter {
    private static final String PROGRAM = "KCS";
    private static final String PROGRAM_VERSION = "1.0";
    private static final String SHADE = "DCE6F1";
    /** What a cell of Excel holds at most. What is longer is not cut off: nobody would notice. */
    private static final int LONGEST_TEXT = 32_767;

    private static final String TOO_LONG = "너무 길어 이 표에 담지 못했습니다. CSV로 받으십시오. (Too long for a sheet: take CSV.)";
    private static final double LINE_OF_GUIDE = 110;

    private XlsxWriter() {}

    /**
     * Writes a workbook.
     *
     * @param mostRows how many rows may be filled in
     * @param guide lines of the sheet that explains it
     */
    public static byte[] write(
            String sheetName,
            List<Column> columns,
            List<List<Cell>> rows,
            int mostRows,
            String guideName,
            List<String> guide) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, PROGRAM, PROGRAM_VERSION)) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            for (int column = 0; column < columns.size(); column++) {
                prepare(sheet, column, columns.get(column), mostRows);
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    fill(sheet, row + 1, column, rows.get(row).get(column), columns.get(column));
                }
            }
            sheet.freezePane(1, 1);
            explain(workbook.newWorksheet(guideName), guide);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void prepare(Worksheet sheet, int index, Column column, int mostRows) {
        sheet.width(index, column.width());
        sheet.style(index).format(format(column.holds())).set();
        sheet.value(0, index, column.heading());
        sheet.style(0, index)
                .bold()
                .fillColor(SHADE)
                .format("@")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        if (!column.choices().isEmpty()) {
            sheet.range(1, index, mostRows, index)
                    .validateWithListByFormula("\"" + String.join(",", column.choices()) + "\"")
                    .allowBlank(true)
                    .showErrorMessage(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .errorTitle(column.heading())
                    .error(column.choiceRefusal());
        }
    }

    /** Text is to stay text, whatever Excel would make of it: "- 완료" no formula, "1-2" no day. */
    private static String format(Cell.Kind holds) {
        return switch (holds) {
            case NUMBER -> "0";
            case DAY -> "yyyy-mm-dd";
            case EMPTY, TEXT, FORMULA, OTHER -> "@";
        };
    }

    private static void fill(Worksheet sheet, int row, int index, Cell cell, Column column) {
        switch (cell.kind()) {
            case NUMBER -> sheet.value(row, index, cell.number());
            case DAY -> sheet.value(row, index, cell.day());
            case TEXT -> sheet.value(row, index, cell.text().length() > LONGEST_TEXT ? TOO_LONG : cell.text());
            case EMPTY, FORMULA, OTHER -> {
                // stays as empty as it is
            }
        }
        sheet.style(row, index)
                .format(format(column.holds()))
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    private static void explain(Worksheet sheet, List<String> guide) {
        sheet.width(0, LINE_OF_GUIDE);
        for (int line = 0; line < guide.size(); line++) {
            sheet.value(line, 0, guide.get(line));
            sheet.style(line, 0)
                    .wrapText(true)
                    .format("@")
                    .verticalAlignment("top")
                    .set();
        }
    }
}
