package kcs.progress.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Section;
import kcs.progress.document.Rows;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Writes the cells of a report as a workbook, by our renderer and by fastexcel alone, in turn and in one process: how fast
 * each is once it is warm. {@code deploy/bench} runs it.
 */
final class WorkbookBench {
    private static final int WARM = 4;
    private static final int ROUNDS = 8;
    private static final List<String> EMPTY = List.of("");
    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,9}(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** What a text of the CSV is to fastexcel and to us; each is made once, as most of them come again and again. */
    private final Map<String, Object> bare = new HashMap<>();

    private final Map<String, Cell> ours = new HashMap<>();

    private WorkbookBench() {}

    /** Writes something to nowhere. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream nowhere) throws IOException;
    }

    /**
     * Prints how many rows there are, and how many a second each wrote.
     *
     * @param arguments a report as CSV
     */
    public static void main(String[] arguments) throws IOException {
        List<List<String>> csv = read(Path.of(arguments[0]));
        WorkbookBench bench = new WorkbookBench();
        List<List<Object>> rows = csv.stream().map(bench::bareRow).toList();
        ReportDocument document = bench.document(csv);
        XlsxRenderer renderer = new XlsxRenderer();
        long oursTook = 0;
        long bareTook = 0;
        for (int round = -WARM; round < ROUNDS; round++) {
            long bareNow = nanoseconds(nowhere -> BareWorkbook.write(rows, nowhere));
            long oursNow = nanoseconds(nowhere -> renderer.write(document, nowhere));
            oursTook += round < 0 ? 0 : oursNow;
            bareTook += round < 0 ? 0 : bareNow;
        }
        double written = 1e9 * ROUNDS * rows.size();
        System.out.printf("rows=%d%nours=%.0f%nbare=%.0f%n", rows.size(), written / oursTook, written / bareTook);
    }

    private static List<List<String>> read(Path csv) throws IOException {
        try (CSVParser lines = CSVParser.parse(csv, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            return lines.stream().map(CSVRecord::toList).toList();
        }
    }

    private static long nanoseconds(Writing writing) throws IOException {
        long began = System.nanoTime();
        writing.to(OutputStream.nullOutputStream());
        return System.nanoTime() - began;
    }

    private List<Object> bareRow(List<String> line) {
        List<Object> cells = new ArrayList<>();
        for (String text : line) {
            cells.add(text.isEmpty() ? null : bare.computeIfAbsent(text, WorkbookBench::value));
        }
        return cells;
    }

    private List<Cell> row(List<String> line) {
        List<Cell> cells = new ArrayList<>();
        for (String text : line) {
            cells.add(ours.computeIfAbsent(text, WorkbookBench::cell));
        }
        return cells;
    }

    private static Object value(String text) {
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text);
        }
        return FIGURE.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static Cell cell(String text) {
        Object value = value(text);
        if (value instanceof LocalDate day) {
            return new Cell.Day(day);
        }
        if (value instanceof BigDecimal figure) {
            return new Cell.Number(figure);
        }
        return text.isEmpty() ? Cell.NOTHING : new Cell.Text(text);
    }

    /** Every table on a sheet of its own; they are parted by empty lines, and the first lines are none. */
    private ReportDocument document(List<List<String>> csv) {
        List<Section> sections = new ArrayList<>();
        int begin = csv.indexOf(EMPTY);
        while (begin >= 0) {
            int length = csv.subList(begin + 1, csv.size()).indexOf(EMPTY);
            int end = length < 0 ? csv.size() : begin + 1 + length;
            sections.add(section(sections.size(), csv.subList(begin + 1, end)));
            begin = length < 0 ? -1 : end;
        }
        return new ReportDocument("ko", csv.get(0).get(0), "", List.of(), List.of(), "", sections);
    }

    /** @param lines its title, its headings and its rows; where there are none, what is said instead of them */
    private Section section(int number, List<List<String>> lines) {
        String title = lines.get(0).get(0);
        List<String> headings = lines.get(1);
        List<Column> columns = IntStream.range(0, headings.size())
                .mapToObj(column -> new Column("c" + column, headings.get(column), 2))
                .toList();
        Rows rows = Rows.of(lines.stream().skip(2).map(this::row).toList());
        return new Section("s" + number, title, List.of(new Block.Table("t" + number, title, columns, rows, "")));
    }
}
