package kcs.progress.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Pretendard GOV, the typeface of the government's design system, as parsed once and lent to one document after the
 * other. Not to two at once: the parsed typeface reads its tables when they are asked for.
 */
public final class Typefaces {

    /** The two weights. */
    public record Pair(TrueTypeFont regular, TrueTypeFont bold) {}

    private final Queue<Pair> idle = new ConcurrentLinkedQueue<>();

    /** A pair that nobody else has; {@link #giveBack} lets the next document have it. */
    public Pair borrow() {
        Pair pair = idle.poll();
        return pair != null ? pair : new Pair(parse("Regular"), parse("Bold"));
    }

    public void giveBack(Pair pair) {
        idle.add(pair);
    }

    private static TrueTypeFont parse(String weight) {
        String name = "/fonts/PretendardGOV-" + weight + ".ttf";
        try (InputStream file = Typefaces.class.getResourceAsStream(name)) {
            TrueTypeFont typeface = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file));
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
