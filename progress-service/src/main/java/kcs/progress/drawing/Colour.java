package kcs.progress.drawing;

import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;

/** Colours of the government's design system (KRDS) that are drawn with. The style sheet has those that are set in. */
enum Colour {
    PRIMARY(0x0b50d0),
    DEEP(0x083891),
    LIGHT(0x86aff9),
    PALE(0xd8e5fd),
    GOOD(0x228738),
    WARNING(0x9e6a00),
    DANGER(0xde3412),
    TEXT(0x1e2124),
    SUBTLE(0x464c53),
    FAINT(0x58616a),
    LINE(0xcdd1d5),
    WHITE(0xffffff);

    private final FSColor value;

    Colour(int rgb) {
        this.value = new FSRGBColor(rgb);
    }

    FSColor value() {
        return value;
    }
}
