package kcs.progress.dashboard;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import kcs.chassis.concurrency.ETag;

/**
 * The dashboard of one audience as final bytes: a request is answered with them and nothing else is done.
 *
 * @param board what it was made of
 * @param plain JSON
 * @param gzip the same, compressed
 */
record Snapshot(Board board, Variant plain, Variant gzip) {

    /** The bytes of one encoding, with their own strong tag. */
    record Variant(Buffer bytes, String etag, String length) {

        private static Variant of(byte[] bytes, long seq) {
            return new Variant(Buffer.buffer(bytes), ETag.of(seq, bytes), Integer.toString(bytes.length));
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
        return new Snapshot(board, Variant.of(json, seq), Variant.of(compressed(json), seq));
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
