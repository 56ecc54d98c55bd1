package kcs.progress.page;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import kcs.chassis.concurrency.ETag;

/**
 * A file of the pages, as it is answered.
 *
 * @param zipped the same bytes packed by gzip; null where that gains nothing
 * @param type its content type
 * @param etag of what it says; strong for each of the two forms
 */
record PageFile(Buffer plain, Buffer zipped, String type, String etag) {
    /** What is not named here is not served. */
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");

    /** The type of a file by the end of its name. */
    static Optional<String> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    static PageFile of(byte[] bytes, String type) {
        byte[] packed = packed(bytes);
        return new PageFile(
                Buffer.buffer(bytes),
                packed.length < bytes.length * 9 / 10 ? Buffer.buffer(packed) : null,
                type,
                ETag.of(bytes.length, bytes));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Gzip gzip = new Gzip(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** As small as can be: a file is packed once and sent often. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
