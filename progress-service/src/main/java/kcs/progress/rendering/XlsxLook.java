package kcs.progress.rendering;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Cell;
import org.dhatim.fastexcel.StyleSetter;

/**
 * How a cell of a sheet looks.
 *
 * @param format of its number, in the codes of Excel; {@code @} lets text stay text when somebody edits it
 * @param fill behind it, as six hexadecimal digits; null for none
 * @param size in points
 */
record XlsxLook(String format, String fill, String color, boolean bold, int size, boolean ruled) {
    static final String FONT = "맑은 고딕";
    static final int SIZE = 10;

    private static final String INK = "1E2124";
    private static final String FAINT = "6D7882";
    private static final String RULE = "B1B8BE";
    private static final String SHADE = "DCE6F1";
    private static final String ATTENTION = "FFF3DB";

    static final XlsxLook TITLE = new XlsxLook("@", null, INK, true, 16, false);
    static final XlsxLook SUBTITLE = new XlsxLook("@", null, INK, false, 11, false);
    static final XlsxLook NOTICE = new XlsxLook("@", ATTENTION, INK, true, SIZE, false);
    static final XlsxLook TABLE_TITLE = new XlsxLook("@", null, INK, true, 12, false);
    static final XlsxLook PARAGRAPH = new XlsxLook("@", null, INK, false, SIZE, false);
    static final XlsxLook HEADING = new XlsxLook("@", SHADE, INK, true, SIZE, true);

    /** By the number of decimals; more than these are made when they come. */
    private static final List<XlsxLook> FIGURES =
            IntStream.range(0, 5).mapToObj(XlsxLook::figure).toList();

    private static final List<XlsxLook> PERCENTS =
            IntStream.range(0, 5).mapToObj(XlsxLook::percent).toList();

    private static final Map<HealthState, XlsxLook> LIGHTS =
            Stream.of(HealthState.values()).collect(Collectors.toMap(health -> health, XlsxLook::light));

    private static final XlsxLook TEXT = ruled("@");
    private static final XlsxLook DAY = ruled("yyyy-mm-dd");
    private static final XlsxLook MOMENT = ruled("yyyy-mm-dd hh:mm");
    private static final XlsxLook MISSING = new XlsxLook("@", null, FAINT, false, SIZE, true);

    /** How it looks in a table. */
    static XlsxLook of(Cell cell) {
        if (cell instanceof Cell.Number number) {
            int decimals = Math.max(0, number.value().scale());
            return decimals < FIGURES.size() ? FIGURES.get(decimals) : figure(decimals);
        }
        if (cell instanceof Cell.Percent percent) {
            int decimals = Math.max(0, percent.value().scale());
            return decimals < PERCENTS.size() ? PERCENTS.get(decimals) : percent(decimals);
        }
        if (cell instanceof Cell.Day) {
            return DAY;
        }
        if (cell instanceof Cell.Moment) {
            return MOMENT;
        }
        if (cell instanceof Cell.Light light) {
            return LIGHTS.get(light.health());
        }
        return cell instanceof Cell.NotStated ? MISSING : TEXT;
    }

    private static XlsxLook ruled(String format) {
        return new XlsxLook(format, null, INK, false, SIZE, true);
    }

    private static XlsxLook figure(int decimals) {
        return ruled("#,##0" + decimals(decimals));
    }

    private static XlsxLook percent(int decimals) {
        return ruled("0" + decimals(decimals) + "%");
    }

    private static String decimals(int decimals) {
        return decimals > 0 ? "." + "0".repeat(decimals) : "";
    }

    private static XlsxLook light(HealthState health) {
        return new XlsxLook("@", Signal.of(health).fill(), INK, false, SIZE, true);
    }

    void putOn(StyleSetter style) {
        style.format(format).fontName(FONT).fontSize(size).fontColor(color).verticalAlignment("top");
        if (bold) {
            style.bold();
        }
        if (fill != null) {
            style.fillColor(fill);
        }
        if (ruled) {
            style.borderStyle("thin").borderColor(RULE).wrapText(format.equals("@"));
        }
        style.set();
    }
}
