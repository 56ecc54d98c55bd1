package kcs.progress.drawing;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import kcs.progress.document.Block;

/**
 * Draws a chart as groups of lying bars. What a bar says is written at its end; where there is no value, words say so.
 * Lengths are CSS pixels.
 */
public class BarChart {
    private static final double LEGEND = 26;
    private static final double SWATCH = 20;
    private static final double SWATCH_GAPS = 26;
    private static final double FOOT = 22;
    private static final double GROUP_GAP = 12;
    private static final double LINE = 13.5;
    private static final double BAR_GAP = 3;
    private static final double NAMES = 0.28;
    private static final double VALUES = 74;
    private static final double TALLEST = 720;

    private final Block.Chart chart;
    private final Axis axis;
    private final Glyphs glyphs;
    private final Captions captions;
    private final Lettering letters;
    private final Lettering small;

    public BarChart(Block.Chart chart, Typefaces.Pair typefaces, Glyphs glyphs, Captions captions) {
        this.chart = chart;
        this.axis = Axis.of(chart);
        this.glyphs = glyphs;
        this.captions = captions;
        this.letters = new Lettering(typefaces.regular(), 11);
        this.small = new Lettering(typefaces.regular(), 9.5);
    }

    /** How many pictures it takes: none is taller than a page. */
    public int parts() {
        return Math.max(1, (chart.categories().size() + perPart() - 1) / perPart());
    }

    private int perPart() {
        return Math.max(1, (int) ((TALLEST - LEGEND - FOOT) / group()));
    }

    private double bar() {
        return chart.series().size() == 1 ? 14 : 11;
    }

    private double group() {
        return Math.max(chart.series().size() * (bar() + BAR_GAP), 2 * LINE) + GROUP_GAP;
    }

    /** How tall one of them is. */
    public double height(int part) {
        return LEGEND + categories(part).size() * group() + FOOT;
    }

    private List<String> categories(int part) {
        int from = part * perPart();
        return chart.categories()
                .subList(from, Math.min(from + perPart(), chart.categories().size()));
    }

    /** Draws one of them, as wide as is said. */
    public void draw(int part, double width, Canvas canvas) {
        double left = width * NAMES;
        double right = width - VALUES;
        drawLegend(left, width, canvas);
        drawAxis(left, right, height(part) - FOOT, canvas);
        for (int i = 0; i < categories(part).size(); i++) {
            drawGroup(part * perPart() + i, LEGEND + i * group() + GROUP_GAP / 2, left, right, canvas);
        }
    }

    /** Above the bars where there is room, else from the edge; then each series has as much as the others. */
    private void drawLegend(double left, double width, Canvas canvas) {
        List<String> names = chart.series().stream()
                .map(series -> glyphs.line(series.name()))
                .toList();
        double needed = names.stream().mapToDouble(letters::width).sum() + names.size() * (SWATCH + SWATCH_GAPS);
        double room = needed <= width ? width : width / names.size() - SWATCH - SWATCH_GAPS;
        double x = needed <= width - left ? left : 0;
        for (int i = 0; i < names.size(); i++) {
            Shade.of(i).fill(new Rectangle2D.Double(x, 5, SWATCH, 10), canvas);
            String name = letters.within(room, names.get(i));
            canvas.fill(Colour.SUBTLE, letters.shape(name, x + SWATCH + 6, 14));
            x += SWATCH + SWATCH_GAPS + letters.width(name);
        }
    }

    private void drawAxis(double left, double right, double foot, Canvas canvas) {
        for (BigDecimal tick : axis.ticks()) {
            double x = left + axis.place(tick) * (right - left);
            boolean zero = tick.signum() == 0;
            canvas.stroke(zero ? Colour.FAINT : Colour.LINE, zero ? 1 : 0.5, new Line2D.Double(x, LEGEND, x, foot));
            String label = value(tick);
            canvas.fill(Colour.FAINT, small.shape(label, x - small.width(label) / 2, foot + 14));
        }
    }

    private void drawGroup(int category, double top, double left, double right, Canvas canvas) {
        double height = chart.series().size() * (bar() + BAR_GAP) - BAR_GAP;
        drawName(chart.categories().get(category), top + height / 2, left - 10, canvas);
        for (int i = 0; i < chart.series().size(); i++) {
            double y = top + i * (bar() + BAR_GAP);
            drawBar(chart.series().get(i).values().get(category), i, y, left, right, canvas);
        }
    }

    private void drawName(String category, double middle, double right, Canvas canvas) {
        List<String> lines = letters.lines(right, 2, glyphs.line(category));
        double y = middle + 4 - (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            canvas.fill(Colour.TEXT, letters.shape(line, right - letters.width(line), y));
            y += LINE;
        }
    }

    private void drawBar(BigDecimal value, int series, double y, double left, double right, Canvas canvas) {
        double zero = left + axis.place(BigDecimal.ZERO) * (right - left);
        double base = y + bar() / 2 + 3.5;
        if (value == null) {
            canvas.fill(Colour.FAINT, small.shape(captions.noValue(), zero + 6, base));
            return;
        }
        double end = left + axis.place(value) * (right - left);
        Shade.of(series).fill(new Rectangle2D.Double(Math.min(zero, end), y, Math.abs(end - zero), bar()), canvas);
        Shape label = small.shape(value(value), Math.max(zero, end) + 6, base);
        canvas.fill(Colour.TEXT, label);
    }

    private String value(BigDecimal value) {
        String number = captions.figure(value);
        String unit = glyphs.line(chart.unit());
        return unit.equals("%") || unit.isEmpty() ? number + unit : number + " " + unit;
    }
}
