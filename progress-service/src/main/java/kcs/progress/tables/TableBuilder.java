package kcs.progress.tables;

import java.util.ArrayList;
import java.util.List;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Gathers a table row by row, and stops as soon as there are too many. */
final class TableBuilder {
    private final int mostRows;
    private final List<Table.Row> rows = new ArrayList<>();
    private List<Cell> heading = List.of();

    TableBuilder(int mostRows) {
        this.mostRows = mostRows;
    }

    /**
     * @throws ProblemException 422 when there are more rows than are taken
     */
    void add(int number, List<Cell> cells) {
        Table.Row row = new Table.Row(number, cells);
        if (number == 1) {
            heading = cells;
        } else if (!row.isEmpty()) {
            if (rows.size() == mostRows) {
                throw ProblemException.invalid(FieldError.of("/rows", "too-many-rows", Integer.toString(mostRows)));
            }
            rows.add(row);
        }
    }

    /**
     * @throws ProblemException 400 when nothing stands in the first row
     */
    Table table() {
        if (heading.stream().allMatch(Cell::isEmpty)) {
            throw ProblemException.unreadable(FieldError.of("/rows/1", "no-heading"));
        }
        return new Table(heading, rows);
    }
}
