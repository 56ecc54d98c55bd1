package kcs.progress.dashboard;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import kcs.chassis.concurrency.ETag;
import kcs.progress.board.Board;

/**
 * The dashboard of one audience as final bytes: a request is answered with them and nothing else is done.
 *
 * @param board what it was made of
 * @param plain JSON
 * @param gzip the same, compressed
 */
public record Snapshot(Board board, Variant plain, Variant gzip) {

    /** The bytes of one encoding, with their own strong tag. */
    public static final class Variant {
        /** Answers after which the bytes are worth a place outside the heap, from where they need not be copied. */
        private static final int OFTEN = 200;

        private final byte[] bytes;
        private final Buffer onHeap;
        private final String etag;
        private final String length;

        /** Counted without a lock: a few more or less do not matter. */
        private int answers;

        private volatile Buffer outside;

        private Variant(byte[] bytes, long seq) {
            this.bytes = bytes;
            this.onHeap = Buffer.buffer(bytes);
            this.etag = ETag.of(seq, bytes);
            this.length = Integer.toString(bytes.length);
        }

        /** The bytes themselves, not a copy: to be read only. */
        public byte[] bytes() {
            return bytes;
        }

        String etag() {
            return etag;
        }

        String length() {
            return length;
        }

        /**
         * The bytes to answer with. A dashboard that stays as it is while it is read often lies outside the heap; one that
         * changes faster than it is read never leaves it, so that no memory waits there for a collection.
         */
        Buffer answer() {
            Buffer direct = outside;
            if (direct == null && ++answers > OFTEN) {
                ByteBuffer memory = ByteBuffer.allocateDirect(bytes.length);
                memory.put(bytes).flip();
                direct = Buffer.buffer(Unpooled.wrappedBuffer(memory));
                outside = direct;
            }
            return direct == null ? onHeap : direct;
        }
    }

    /** Fast rather than small: a changed dashboard is compressed while somebody waits to see the change. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    static Snapshot of(Board board, byte[] json) {
        long seq = board.cursor().seq();
        return new Snapshot(board, new Variant(json, seq), new Variant(compressed(json), seq));
    }

    /** Whether this tag stands for the dashboard as it is, in either encoding. */
    boolean isNamedBy(String ifNoneMatch) {
        return ETag.matches(ifNoneMatch, plain.etag()) || ETag.matches(ifNoneMatch, gzip.etag());
    }

    private static byte[] compressed(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 4);
        try (Gzip gzip = new Gzip(bytes)) {
            gzip.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
