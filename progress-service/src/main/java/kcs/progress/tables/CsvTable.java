package kcs.progress.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** CSV after RFC 4180 in UTF-8. Written with a byte order mark, by which Excel knows the encoding; read without one too. */
public final class CsvTable {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvTable() {}

    /**
     * Reads a table.
     *
     * @throws ProblemException 400 when it is not in UTF-8 or no CSV; 422 when it has more rows than these
     */
    public static Table read(byte[] file, int mostRows) {
        TableBuilder table = new TableBuilder(mostRows);
        try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), FORMAT)) {
            for (CSVRecord line : parser) {
                table.add(
                        (int) line.getRecordNumber(),
                        line.stream().map(CsvTable::cell).toList());
            }
        } catch (IOException | UncheckedIOException damaged) {
            throw ProblemException.unreadable(FieldError.of("", "not-csv"));
        }
        return table.table();
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherCharacters) {
            throw ProblemException.unreadable(FieldError.of("", "not-utf8"));
        }
    }

    private static Cell cell(String text) {
        return Cell.of(Formulas.restored(text));
    }

    /** Writes rows of cells, the heading among them. */
    public static byte[] write(List<List<Cell>> rows) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<Cell> row : rows) {
                printer.printRecord(row.stream().map(CsvTable::written));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String written(Cell cell) {
        return cell.kind() == Cell.Kind.TEXT ? Formulas.keptFrom(cell.text()) : cell.text();
    }
}
