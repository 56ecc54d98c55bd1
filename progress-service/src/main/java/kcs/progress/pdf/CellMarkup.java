package kcs.progress.pdf;

import java.math.BigDecimal;
import kcs.progress.document.Cell;

/** Writes what a cell says into its place. */
class CellMarkup {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Script script;

    CellMarkup(Script script) {
        this.script = script;
    }

    void write(Cell cell, Markup into) {
        if (cell instanceof Cell.Text said) {
            into.lines(said.text());
        } else if (cell instanceof Cell.NotStated) {
            into.add("span", "class", "not-stated").text(script.text().of(cell));
        } else if (cell instanceof Cell.Light light) {
            light(light, into);
        } else if (cell instanceof Cell.Percent percent) {
            into.add("div", "class", "percent").text(script.text().of(cell));
            bar(percent.value(), into);
        } else if (cell instanceof Cell.Nothing) {
            // A row keeps as many cells as its table has columns, for those who listen, too.
            into.text("\u00a0");
        } else {
            into.text(script.text().of(cell));
        }
    }

    private void light(Cell.Light light, Markup into) {
        String shape = script.words().shapes().get(light.health());
        into.add("object", "type", Drawings.LIGHT, "data", light.health().name(), "alt", shape);
        into.add("span").text(light.word());
    }

    /** The share as a length below its figure; it says nothing else, so it is decoration. */
    private static void bar(BigDecimal percent, Markup into) {
        BigDecimal length = percent.max(BigDecimal.ZERO).min(HUNDRED);
        into.add("div", "class", "bar").add("div", "class", "part", "style", "width:" + length.toPlainString() + "%");
    }
}
