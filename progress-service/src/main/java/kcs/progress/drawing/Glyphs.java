package kcs.progress.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import kcs.progress.document.Legible;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Makes text one that the typeface can draw. An archive refuses a document with a character that is not drawn, so one that
 * has no glyph, such as a rare Hanja or an emoji, is drawn as {@link #MISSING}; what has no shape at all is left out.
 */
public class Glyphs {
    /** A box with a cross: nobody takes it for a character that was meant. */
    public static final String MISSING = "⌧";

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final CmapLookup glyphs;
    private boolean lacked;

    public Glyphs(Typefaces.Pair typefaces) {
        try {
            // Both weights have the same characters.
            this.glyphs = typefaces.regular().getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text in characters of the typeface, with its line breaks. */
    public String of(String text) {
        String lines = LINE_BREAK.matcher(Legible.text(text)).replaceAll("\n").replace('\t', ' ');
        if (lines.codePoints().allMatch(this::isDrawn)) {
            return lines;
        }
        // Letters that come in pieces, as some file systems store Hangul, may be there in one.
        String composed = Normalizer.normalize(lines, Normalizer.Form.NFC);
        StringBuilder drawn = new StringBuilder(composed.length());
        composed.codePoints().forEach(code -> append(code, drawn));
        return drawn.toString();
    }

    /** The text on one line. */
    public String line(String text) {
        return of(text).replace('\n', ' ');
    }

    private void append(int code, StringBuilder drawn) {
        if (isDrawn(code)) {
            drawn.appendCodePoint(code);
        } else if (!isShapeless(code)) {
            drawn.append(MISSING);
            lacked = true;
        }
    }

    private boolean isDrawn(int code) {
        return code == '\n' || !isShapeless(code) && glyphs.getGlyphId(code) != 0;
    }

    /** What only says how the characters beside it are to be drawn. */
    private static boolean isShapeless(int code) {
        return Character.getType(code) == Character.FORMAT
                || code >= 0xFE00 && code <= 0xFE0F
                || code >= 0xE0100 && code <= 0xE01EF;
    }

    /** Whether anything had to be drawn as {@link #MISSING} so far. */
    public boolean lacked() {
        return lacked;
    }
}
