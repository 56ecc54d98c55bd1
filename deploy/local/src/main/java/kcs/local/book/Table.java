package kcs.local.book;

import java.util.List;

/** A table whose columns and rows have heads, so that a cell can be understood without seeing the others. */
final class Table {
    private final StringBuilder html = new StringBuilder();
    private boolean empty = true;

    /**
     * @param caption what the table holds, for those who hear it; null when the heading above says it
     * @param heads HTML of the columns' heads
     */
    Table(String kind, String caption, List<String> heads) {
        // Wide tables scroll in their own frame, which can be reached with the keyboard.
        html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escaped(caption))
                .append("\">\n<table class=\"")
                .append(kind)
                .append("\">\n<thead><tr>");
        heads.forEach(head ->
                html.append("<th scope=\"col\">").append(Words.both(head)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    /** @param cells HTML; the first is the row's head */
    void row(String id, List<String> cells) {
        empty = false;
        html.append(id == null ? "<tr>" : "<tr id=\"" + Html.escaped(id) + "\">");
        html.append("<th scope=\"row\">").append(cells.get(0)).append("</th>");
        cells.stream().skip(1).forEach(cell -> html.append("<td>").append(cell).append("</td>"));
        html.append("</tr>\n");
    }

    boolean isEmpty() {
        return empty;
    }

    String html() {
        return html + "</tbody>\n</table>\n</div>\n";
    }
}
