package kcs.progress.rendering;

import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.Legible;
import kcs.progress.document.Renderer;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportFormat;
import kcs.progress.tables.Formulas;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Reports as CSV after RFC 4180, in UTF-8 with a byte order mark by which Excel knows it: what the first page says, then
 * every table under its title, with an empty line before each.
 */
@Singleton
public class CsvRenderer implements Renderer {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Override
    public ReportFormat format() {
        return ReportFormat.CSV;
    }

    @Override
    public void write(ReportDocument document, OutputStream stream) throws IOException {
        CSVPrinter csv = begin(stream);
        writeFirstPage(document, csv);
        for (Block.Table table : tables(document).toList()) {
            csv.println();
            csv.printRecord(text(table.title()));
            writeRows(table, csv);
        }
        csv.flush();
    }

    /**
     * Writes one table and nothing else: its headings and its rows, as programs want it.
     *
     * @param tableId the id of a {@link Block.Table}
     * @throws ProblemException 404 when the document has none of that id
     * @throws IOException when the stream takes no more
     */
    public void writeTable(ReportDocument document, String tableId, OutputStream stream) throws IOException {
        Block.Table table = tables(document)
                .filter(any -> any.id().equals(tableId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(tableId));
        CSVPrinter csv = begin(stream);
        writeHeadings(table, csv);
        EachRow.of(table.rows(), row -> csv.printRecord(row.stream().map(CsvRenderer::cell)));
        csv.flush();
    }

    private static Stream<Block.Table> tables(ReportDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast);
    }

    private static CSVPrinter begin(OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        writer.append(BYTE_ORDER_MARK);
        return new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    private static void writeFirstPage(ReportDocument document, CSVPrinter csv) throws IOException {
        List<String> lines = Stream.concat(
                        Stream.of(document.title(), document.subtitle()), document.notices().stream())
                .filter(Predicate.not(String::isBlank))
                .toList();
        for (String line : lines) {
            csv.printRecord(text(line));
        }
        for (ReportDocument.Fact fact : document.facts()) {
            csv.printRecord(text(fact.label()), cell(fact.value()));
        }
    }

    /** Below the headings; where there are no rows, what is said instead stands alone. */
    private static void writeRows(Block.Table table, CSVPrinter csv) throws IOException {
        boolean[] begun = new boolean[1];
        EachRow.of(table.rows(), row -> {
            if (!begun[0]) {
                writeHeadings(table, csv);
                begun[0] = true;
            }
            csv.printRecord(row.stream().map(CsvRenderer::cell));
        });
        if (!begun[0]) {
            csv.printRecord(text(table.whenEmpty()));
        }
    }

    private static void writeHeadings(Block.Table table, CSVPrinter csv) throws IOException {
        csv.printRecord(table.columns().stream().map(Column::heading).map(CsvRenderer::text));
    }

    private static String cell(Cell cell) {
        boolean figure = cell instanceof Cell.Number || cell instanceof Cell.Percent;
        String written = Written.AS_DATA.text(cell);
        return figure ? written : Formulas.keptFrom(written);
    }

    private static String text(String text) {
        return Formulas.keptFrom(Legible.text(text));
    }
}
