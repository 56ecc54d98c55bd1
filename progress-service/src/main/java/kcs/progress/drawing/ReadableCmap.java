package kcs.progress.drawing;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;

/**
 * Says for which character a glyph stands, so that what is copied out of a document or searched in it is what was
 * written. Pretendard draws some characters alike with one glyph, such as 大 and the radical ⼤, and PDFBox would name the
 * one with the lower code, which for hundreds of Hanja is the radical that nobody types.
 */
class ReadableCmap extends CmapSubtable {
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;

    /** Characters that are written before their look-alikes for compatibility. */
    private static final Comparator<Integer> WRITTEN_FIRST = Comparator.<Integer, Boolean>comparing(
                    code -> Character.getType(code) == Character.FORMAT)
            .thenComparing(code -> code >= FIRST_RADICAL && code <= LAST_RADICAL)
            .thenComparing(code -> !Normalizer.isNormalized(Character.toString(code), Normalizer.Form.NFKC))
            .thenComparing(Comparator.naturalOrder());

    private final CmapLookup all;

    ReadableCmap(CmapLookup all) {
        this.all = all;
    }

    @Override
    public int getGlyphId(int codePoint) {
        return all.getGlyphId(codePoint);
    }

    @Override
    public List<Integer> getCharCodes(int glyph) {
        List<Integer> codes = all.getCharCodes(glyph);
        return codes == null || codes.size() < 2
                ? codes
                : codes.stream().sorted(WRITTEN_FIRST).toList();
    }
}
