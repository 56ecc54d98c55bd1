package kcs.progress.document;

import java.util.List;
import java.util.function.Consumer;

/** The rows of a table, which need not fit into the memory. Gone through as often as wanted, each time the same. */
@FunctionalInterface
public interface Rows {

    /** Hands over one row after the other. What the reader throws ends it. */
    void forEach(Consumer<List<Cell>> reader);

    /** Rows that are at hand. */
    static Rows of(List<List<Cell>> rows) {
        List<List<Cell>> kept = List.copyOf(rows);
        return kept::forEach;
    }
}
