package kcs.progress.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.ReportDocument;

/** The rows of all tables of a document, which a PDF is made of in the memory. */
class TableRows {
    private final Map<String, List<List<Cell>>> byTable = new HashMap<>();
    private int count;

    private TableRows() {}

    /**
     * Reads them, and no more than a PDF may have.
     *
     * @throws ProblemException 422 when there are more
     */
    static TableRows of(ReportDocument document, int most) {
        TableRows rows = new TableRows();
        for (ReportDocument.Section section : document.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    rows.read(table, most);
                }
            }
        }
        return rows;
    }

    private void read(Block.Table table, int most) {
        List<List<Cell>> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            if (++count > most) {
                throw new ProblemException(422, "report-too-large").with("maxRows", most);
            }
            rows.add(row);
        });
        byTable.put(table.id(), rows);
    }

    List<List<Cell>> of(Block.Table table) {
        return byTable.get(table.id());
    }

    int count() {
        return count;
    }
}
