package kcs.progress.rendering;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kcs.chassis.time.Seoul;
import kcs.progress.document.Cell;
import kcs.progress.document.Legible;

/** How a cell reads where a format knows nothing but text. Korean and English write figures and days alike. */
enum Written {
    /** For programs: figures without grouping, lights as their word. */
    AS_DATA,
    /** For people: figures in groups of three, lights with the shape that stands for their colour. */
    FOR_READING;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return Legible.text(text.text());
        }
        if (cell instanceof Cell.NotStated missing) {
            return Legible.text(missing.word());
        }
        if (cell instanceof Cell.Number number) {
            return figure(number.value());
        }
        if (cell instanceof Cell.Percent percent) {
            return figure(percent.value()) + "%";
        }
        if (cell instanceof Cell.Day day) {
            return day.day().toString();
        }
        if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.instant().atZone(Seoul.ZONE));
        }
        return cell instanceof Cell.Light light ? light(light) : "";
    }

    /** With as many decimals as it was given. */
    private String figure(BigDecimal value) {
        return switch (this) {
            case AS_DATA -> value.toPlainString();
            case FOR_READING -> String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
        };
    }

    private String light(Cell.Light light) {
        String word = Legible.text(light.word());
        return switch (this) {
            case AS_DATA -> word;
            case FOR_READING -> Signal.of(light.health()).shape() + " " + word;
        };
    }
}
