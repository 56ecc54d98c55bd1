package kcs.progress.tables;

import java.util.List;

/**
 * A table with its heading.
 *
 * @param heading the cells of its first row
 * @param rows those below that are not empty, in their order
 */
public record Table(List<Cell> heading, List<Row> rows) {

    /**
     * A row.
     *
     * @param number as people see it beside the sheet: 1 is the heading
     */
    public record Row(int number, List<Cell> cells) {

        /** The cell of a column, counted from 0. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(Cell::isEmpty);
        }
    }
}
