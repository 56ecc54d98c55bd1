package kcs.progress.reports;

import java.util.Arrays;
import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.Rows;
import kcs.progress.words.Words;

/** Makes the parts of a document; their headings are the messages {@code report.section.*} and the like. */
record Sections(Words words) {

    ReportDocument.Section section(String id, Block... blocks) {
        return new ReportDocument.Section(id, words.say("report.section." + id), List.of(blocks));
    }

    /** @param columns each {@code id:weight} */
    Block.Table table(String id, Rows rows, String... columns) {
        return new Block.Table(
                id,
                words.say("report.table." + id),
                Arrays.stream(columns).map(this::column).toList(),
                rows,
                words.say("report.empty"));
    }

    Block.Chart chart(String id, List<String> categories, List<Block.Series> series) {
        return new Block.Chart(
                id,
                words.say("report.chart." + id),
                words.say("report.chart." + id + "Summary", "count", categories.size()),
                "%",
                categories,
                series);
    }

    private Column column(String column) {
        String[] parts = column.split(":", 2);
        return new Column(parts[0], words.say("report.column." + parts[0]), Integer.parseInt(parts[1]));
    }
}
