package kcs.progress.pdf;

import java.util.ArrayList;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;

/** Reads the rows of a document's tables, and no more of them than a PDF may have. */
class RowBudget {
    private final int most;
    private int read;

    RowBudget(int most) {
        this.most = most;
    }

    /** @throws ProblemException 422 when the tables so far have more rows than a PDF may */
    List<List<Cell>> rowsOf(Block.Table table) {
        List<List<Cell>> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            if (++read > most) {
                throw new ProblemException(422, "report-too-large").with("maxRows", most);
            }
            rows.add(row);
        });
        return rows;
    }
}
