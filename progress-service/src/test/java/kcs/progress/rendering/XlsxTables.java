package kcs.progress.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The tables of a report in XLSX as they are shown, read by Apache POI. */
public final class XlsxTables {
    private static final DataFormatter SHOWN = new DataFormatter(Locale.ENGLISH);

    private XlsxTables() {}

    /** The facts first, then every table that has rows, its headings above. */
    public static List<List<List<String>>> of(byte[] file) {
        List<List<List<String>>> tables = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            tables.add(facts(workbook.getSheetAt(0)));
            for (int sheet = 1; sheet < workbook.getNumberOfSheets(); sheet++) {
                tables.addAll(tables(workbook.getSheetAt(sheet)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tables.removeIf(List::isEmpty);
        return tables;
    }

    private static List<List<String>> facts(Sheet sheet) {
        List<List<String>> facts = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getLastCellNum() == 2) {
                facts.add(line(row));
            }
        }
        return facts;
    }

    /** Each begins with headings and ends where a row is missing. */
    private static List<List<List<String>>> tables(Sheet sheet) {
        List<List<List<String>>> tables = new ArrayList<>();
        boolean within = false;
        for (int number = 0; number <= sheet.getLastRowNum(); number++) {
            Row row = sheet.getRow(number);
            if (row != null && isHeading(row.getCell(0))) {
                tables.add(new ArrayList<>());
                within = true;
            }
            within = within && row != null;
            if (within) {
                tables.get(tables.size() - 1).add(line(row));
            }
        }
        return tables;
    }

    private static boolean isHeading(Cell cell) {
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        return style.getFont().getBold() && style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
    }

    private static List<String> line(Row row) {
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(column -> shown(row.getCell(column)))
                .toList();
    }

    private static String shown(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA) {
            throw new IllegalStateException("a formula in " + cell.getAddress());
        }
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : SHOWN.formatCellValue(cell);
    }
}
