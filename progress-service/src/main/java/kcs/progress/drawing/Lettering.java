package kcs.progress.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Draws letters as shapes: what stands within a picture is part of the picture. */
public class Lettering {
    private static final String ELLIPSIS = "…";

    private final TrueTypeFont typeface;
    private final CmapLookup glyphs;
    private final double unit;

    /** @param size of the letters, in the lengths that it answers in */
    public Lettering(TrueTypeFont typeface, double size) {
        try {
            this.typeface = typeface;
            this.glyphs = typeface.getUnicodeCmapLookup();
            this.unit = size / typeface.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double width(String text) {
        try {
            double width = 0;
            for (int code : text.codePoints().toArray()) {
                width += typeface.getAdvanceWidth(glyphs.getGlyphId(code));
            }
            return width * unit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text from x on, standing on the line y. */
    Shape shape(String text, double x, double y) {
        try {
            Path2D shape = new Path2D.Double();
            double at = x;
            for (int code : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(code);
                GlyphData outline = typeface.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    shape.append(
                            new AffineTransform(unit, 0, 0, -unit, at, y).createTransformedShape(outline.getPath()),
                            false);
                }
                at += typeface.getAdvanceWidth(glyph) * unit;
            }
            return shape;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide the widest part of a text is that has to stay on one line. */
    public double longestPiece(String text) {
        double longest = 0;
        for (String piece : pieces(text)) {
            longest = Math.max(longest, width(piece));
        }
        return longest;
    }

    /** The text in lines, of which the last takes what is left of it. */
    List<String> lines(double room, int most, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && lines.size() < most - 1 && width((line + piece).strip()) > room) {
                lines.add(within(room, line.toString().strip()));
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(within(room, line.toString().strip()));
        return lines;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        WordBreaks breaks = new WordBreaks();
        for (String line : text.split("\n", -1)) {
            breaks.setText(line);
            int from = 0;
            for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
                pieces.add(line.substring(from, to));
                from = to;
            }
        }
        return pieces;
    }

    /** The text, or as much of its beginning as there is room for. */
    String within(double room, String text) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }
}
