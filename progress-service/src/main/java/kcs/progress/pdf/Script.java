package kcs.progress.pdf;

import java.math.BigDecimal;
import kcs.progress.drawing.Captions;
import kcs.progress.drawing.Glyphs;
import kcs.progress.drawing.Typefaces;

/** In what a document is written: the words and figures of its language, and a typeface that it has for itself. */
record Script(Words words, CellText text, Glyphs glyphs, Typefaces.Pair typefaces) implements Captions {

    static Script of(String language, Typefaces.Pair typefaces) {
        return new Script(Words.of(language), new CellText(language), new Glyphs(typefaces), typefaces);
    }

    @Override
    public String figure(BigDecimal value) {
        return text.number(value);
    }

    @Override
    public String noValue() {
        return words.noValue();
    }
}
