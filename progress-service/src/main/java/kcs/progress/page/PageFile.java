package kcs.progress.page;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kcs.chassis.concurrency.ETag;

/**
 * A file of the page, as it is answered.
 *
 * @param type its content type
 * @param etag strong
 */
record PageFile(Buffer bytes, String type, String etag) {
    private static final String FOLDER = "web";

    /** Names of small letters and the like, no dot at a beginning: nothing leads out of the folder. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");

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

    /** Reads the file of a path; empty when there is none. */
    static Optional<PageFile> read(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream file = PageFile.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                return Optional.empty();
            }
            byte[] bytes = file.readAllBytes();
            return Optional.of(new PageFile(Buffer.buffer(bytes), type, ETag.of(bytes.length, bytes)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fonts do not change under their name; everything else is asked for again with its tag. */
    String cacheControl() {
        return type.startsWith("font/") ? "public, max-age=604800" : "no-cache";
    }
}
