package kcs.progress.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Pretendard GOV, the typeface of the government's design system. It is parsed once for all documents, as PDFBox does with
 * the typefaces of a machine: it is only read from, under a lock of its own. When the memory is needed for something else
 * while nobody writes, it is let go.
 */
public final class Typefaces {

    /** The two weights. */
    public record Pair(TrueTypeFont regular, TrueTypeFont bold) {}

    private SoftReference<Pair> kept = new SoftReference<>(null);

    /** Both weights; whoever writes holds on to them. */
    public synchronized Pair pair() {
        Pair pair = kept.get();
        if (pair == null) {
            pair = new Pair(parse("Regular"), parse("Bold"));
            kept = new SoftReference<>(pair);
        }
        return pair;
    }

    private static TrueTypeFont parse(String weight) {
        String name = "/fonts/PretendardGOV-" + weight + ".ttf";
        try (InputStream file = Typefaces.class.getResourceAsStream(name)) {
            TrueTypeFont typeface = new TTFParser().parseEmbedded(file);
            // Ligatures would be looked for in every word, which took four fifths of the time of a document.
            typeface.setEnableGsub(false);
            CmapSubtable readable = new ReadableCmap(typeface.getUnicodeCmapLookup());
            readable.setPlatformId(CmapTable.PLATFORM_UNICODE);
            readable.setPlatformEncodingId(CmapTable.ENCODING_UNICODE_2_0_FULL);
            typeface.getCmap().setCmaps(new CmapSubtable[] {readable});
            return typeface;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
