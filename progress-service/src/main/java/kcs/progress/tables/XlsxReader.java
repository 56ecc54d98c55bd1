package kcs.progress.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the first sheet that is shown of a workbook in XLSX (ECMA-376). Nothing is computed. */
public final class XlsxReader {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    /** Of a number format, what is shown as it stands and what is a condition or a colour. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

    private static final int LONGEST_SIGNATURE = 8;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private XlsxReader() {}

    /**
     * Reads a table.
     *
     * @throws ProblemException 400 when it is no XLSX, is encrypted, damaged or unpacks to too much; 422 when it has more
     *     rows than these
     */
    public static Table read(byte[] file, int mostRows) {
        requireXlsx(file);
        try {
            PackageGuard.admit(file);
            return table(file, mostRows);
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // The reader says in a dozen kinds of exceptions that a package is not as it should be.
            throw ProblemException.unreadable(FieldError.of("", "broken-xlsx"));
        }
    }

    private static void requireXlsx(byte[] file) {
        byte[] beginning = Arrays.copyOf(file, LONGEST_SIGNATURE);
        if (ReadableWorkbook.isOLE2Header(beginning)) {
            throw ProblemException.unreadable(FieldError.of("", "encrypted-xlsx"));
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(beginning)) {
            throw ProblemException.unreadable(FieldError.of("", "not-xlsx"));
        }
    }

    private static Table table(byte[] file, int mostRows) throws IOException {
        TableBuilder table = new TableBuilder(mostRows);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                Stream<Row> rows = shown(workbook).openStream()) {
            rows.forEach(row -> table.add(row.getRowNum(), cells(row)));
        }
        return table.table();
    }

    private static Sheet shown(ReadableWorkbook workbook) throws IOException {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new IOException("no sheet is shown"));
    }

    private static List<Cell> cells(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(column ->
                        row.getOptionalCell(column).map(XlsxReader::cell).orElse(Cell.EMPTY))
                .toList();
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        CellType type = cell.getType();
        return switch (type) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.of(text(cell.getText()));
            case NUMBER -> number(cell);
            // Some programs write text that was never computed as the result of no formula.
            case FORMULA -> cell.getFormula() == null ? Cell.of(text(cell.getText())) : Cell.FORMULA;
            case BOOLEAN, ERROR -> Cell.OTHER;
        };
    }

    /** Excel writes the carriage return that a pasted text holds as an escape (ECMA-376 part 1, 22.4.2.4). */
    private static String text(String written) {
        return written.replace("_x000D_\n", "\n").replace("_x000D_", "\n");
    }

    /** A number as the sheet shows it: as a day, or in percent. */
    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        BigDecimal number = cell.asNumber();
        String shown = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        String format = LITERAL.matcher(shown).replaceAll("");
        if (isDay(cell.getDataFormatId(), format)) {
            return isWholeDay(number) ? Cell.of(cell.asDate().toLocalDate()) : Cell.OTHER;
        }
        return Cell.of(format.contains("%") ? number.multiply(HUNDRED) : number);
    }

    /** Some formats are named by number alone (ECMA-376 part 1, 18.8.30): of days those of Korean Excel. */
    private static boolean isDay(Integer id, String format) {
        boolean named = id != null && (id >= 27 && id <= 31 || id >= 34 && id <= 36 || id >= 50 && id <= 58);
        return named || format.chars().anyMatch(c -> "yYdD".indexOf(c) >= 0);
    }

    private static boolean isWholeDay(BigDecimal number) {
        boolean possible = number.signum() > 0 && number.compareTo(LAST_DAY) <= 0;
        return possible && number.stripTrailingZeros().scale() <= 0;
    }
}
