package kcs.progress.rendering;

import java.util.ArrayList;
import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Column;
import kcs.progress.document.Legible;
import kcs.progress.document.ReportDocument;

/**
 * What the readers of the formats have to find: the facts first, then every table that has rows, its headings above. Line
 * ends are {@code \n}.
 */
public final class ModelTables {

    private ModelTables() {}

    /** As {@link CsvTables} reads it. */
    public static List<List<List<String>>> asData(ReportDocument document) {
        return of(document, Written.AS_DATA);
    }

    /** As {@link XlsxTables} and {@link HwpxTables} read it. */
    public static List<List<List<String>>> forReading(ReportDocument document) {
        return of(document, Written.FOR_READING);
    }

    private static List<List<List<String>>> of(ReportDocument document, Written written) {
        List<List<List<String>>> tables = new ArrayList<>();
        if (!document.facts().isEmpty()) {
            tables.add(document.facts().stream()
                    .map(fact -> List.of(Legible.text(fact.label()), written.text(fact.value())))
                    .toList());
        }
        document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(block -> table((Block.Table) block, written))
                .filter(table -> table.size() > 1)
                .forEach(tables::add);
        return tables;
    }

    private static List<List<String>> table(Block.Table table, Written written) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Column::heading).toList());
        table.rows().forEach(row -> lines.add(row.stream().map(written::text).toList()));
        return lines;
    }
}
