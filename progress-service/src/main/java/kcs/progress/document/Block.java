package kcs.progress.document;

import java.math.BigDecimal;
import java.util.List;

/** What stands below a heading. */
public sealed interface Block {

    /** A paragraph; line breaks in it are kept. */
    record Paragraph(String text) implements Block {}

    /**
     * A table.
     *
     * @param id of small letters and hyphens, unlike any other of the document: by it a single table is asked for
     * @param rows as many cells each as there are columns
     * @param whenEmpty what is said instead of a table without rows
     */
    record Table(String id, String title, List<Column> columns, Rows rows, String whenEmpty) implements Block {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A chart. Its figures stand in a table of the document as well.
     *
     * @param summary what it shows, in a sentence or two, for whoever does not see it
     * @param unit of all values, such as {@code %}
     */
    record Chart(String id, String title, String summary, String unit, List<String> categories, List<Series> series)
            implements Block {
        public Chart {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /**
     * A row of bars of a chart.
     *
     * @param values one for each category; null where there is none
     */
    record Series(String name, List<BigDecimal> values) {}
}
