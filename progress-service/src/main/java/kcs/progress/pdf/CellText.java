package kcs.progress.pdf;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kcs.chassis.time.Seoul;
import kcs.progress.document.Cell;

/** What a cell says, as it is written in a language. */
class CellText {
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter hour;

    CellText(String language) {
        boolean english = language.equals("en");
        this.locale = english ? Locale.ENGLISH : Locale.KOREAN;
        this.day = DateTimeFormatter.ofPattern(english ? "d MMM yyyy" : "yyyy. M. d.", locale);
        // Readers in English may sit anywhere, so they are told whose clock it is.
        this.hour = DateTimeFormatter.ofPattern(english ? ", HH:mm'\u00a0KST'" : " HH:mm", locale)
                .withZone(Seoul.ZONE);
    }

    String of(Cell cell) {
        if (cell instanceof Cell.NotStated notStated) {
            return whole(notStated.word());
        } else if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Number number) {
            return number(number.value());
        } else if (cell instanceof Cell.Percent percent) {
            return number(percent.value()) + "%";
        } else if (cell instanceof Cell.Day date) {
            return whole(day.format(date.day()));
        } else if (cell instanceof Cell.Moment time) {
            return whole(day.format(time.instant().atZone(Seoul.ZONE))) + hour.format(time.instant());
        } else if (cell instanceof Cell.Light light) {
            return light.word();
        }
        return "";
    }

    /** What stays on one line. */
    private static String whole(String text) {
        return text.replace(' ', '\u00a0');
    }

    /** With the decimals that it has, and its thousands apart. */
    String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = Math.max(value.scale(), 0);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
