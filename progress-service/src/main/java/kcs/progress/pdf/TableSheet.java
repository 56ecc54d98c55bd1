package kcs.progress.pdf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.drawing.Lettering;

/** A table whose rows are read, and how it fits onto a page. Lengths are CSS pixels. */
class TableSheet {
    /** What an upright page has room for, in short numbers side by side. */
    private static final int UPRIGHT = 14;

    /** The sizes of {@code .data} and {@code .dense} in the style sheet: letters, and what is around a cell's text. */
    private static final double LETTERS = 8.5 * 96 / 72;

    private static final int SHORT = 8;
    private static final int LONG = 40;
    private static final double DENSE = 7.5 / 8.5;
    private static final double PADDING = 4 * 96 / 25.4;
    private static final double DENSE_PADDING = 2.8 * 96 / 25.4;
    private static final double SLACK = 2;
    private static final double SIGNAL = 4.2 * 96 / 25.4;

    /** A word longer than this may be broken. */
    private static final double LONGEST_WORD = 120;

    private final Block.Table table;
    private final List<List<Cell>> rows;
    private final double[] narrowest;

    TableSheet(Block.Table table, List<List<Cell>> rows, Script script) {
        this.table = table;
        this.rows = rows;
        Lettering regular = new Lettering(script.typefaces().regular(), LETTERS);
        Lettering bold = new Lettering(script.typefaces().bold(), LETTERS);
        this.narrowest = new double[table.columns().size()];
        for (int i = 0; i < narrowest.length; i++) {
            int column = i;
            double heading =
                    bold.longestPiece(script.glyphs().of(table.columns().get(i).heading()));
            double cells = rows.stream()
                    .mapToDouble(row -> width(row.get(column), script, regular))
                    .max()
                    .orElse(0);
            narrowest[i] = Math.max(Math.min(heading, LONGEST_WORD), cells) + PADDING + SLACK;
        }
    }

    private static double width(Cell cell, Script script, Lettering letters) {
        String text = script.glyphs().of(script.text().of(cell));
        if (cell instanceof Cell.Light) {
            return letters.width(text) + SIGNAL;
        }
        double width = letters.longestPiece(text);
        return cell instanceof Cell.Text ? Math.min(width, LONGEST_WORD) : width;
    }

    Block.Table table() {
        return table;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    /** Whether the table needs a page laid across. */
    boolean isWide() {
        return weights().mapToInt(weight -> weight).sum() > UPRIGHT || needed() > Pages.PORTRAIT;
    }

    /** Whether only small letters make it fit into a page of that width. */
    boolean isDense(double width) {
        return needed() > width;
    }

    /**
     * How much of a page of that width the text of each column has: as much as it weighs beside the others, but no less
     * than its longest word takes.
     */
    double[] widths(double width) {
        double scale = isDense(width) ? Math.min(DENSE, width / needed()) : 1;
        double[] widths = new double[narrowest.length];
        double left = width;
        double weight = weights().mapToInt(each -> each).sum();
        for (boolean settled = false; !settled; ) {
            settled = true;
            double share = left / weight;
            for (int i = 0; i < widths.length; i++) {
                int own = table.columns().get(i).weight();
                if (widths[i] == 0 && share * own < narrowest[i] * scale) {
                    widths[i] = narrowest[i] * scale;
                    left -= widths[i];
                    weight -= own;
                    settled = false;
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            double own = widths[i] == 0 ? left * table.columns().get(i).weight() / weight : widths[i];
            widths[i] = own - (isDense(width) ? DENSE_PADDING : PADDING);
        }
        return widths;
    }

    /** Whether it is short enough to be kept on one page. */
    boolean isShort() {
        return rows.size() <= SHORT;
    }

    /** Whether something is looked up in it rather than read. */
    boolean isLong() {
        return rows.size() >= LONG;
    }

    /** Columns of figures, whose last digits stand below each other. */
    boolean isOfFigures(int column) {
        List<Cell> said = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !(cell instanceof Cell.Nothing || cell instanceof Cell.NotStated))
                .toList();
        return !said.isEmpty()
                && said.stream().allMatch(cell -> cell instanceof Cell.Number || cell instanceof Cell.Percent);
    }

    private double needed() {
        return Arrays.stream(narrowest).sum();
    }

    private Stream<Integer> weights() {
        return table.columns().stream().map(Column::weight);
    }
}
