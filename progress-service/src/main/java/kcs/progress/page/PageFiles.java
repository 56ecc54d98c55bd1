package kcs.progress.page;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All files of the pages, held in the memory. Pages name them under a folder that is called by the digest of all of them:
 * a browser may keep what it got there for ever, and what the modules name each other by need not be rewritten.
 */
@Singleton
class PageFiles {
    static final String ASSETS = "/assets/";

    private static final String FOLDER = "web";

    /** Comes with its library, so that no copy of it need be kept here; the version is that of the build file. */
    private static final String CHARTS = "META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

    private static final String CHARTS_NAME = ASSETS + "echarts.js";

    private static final Pattern RELEASED = Pattern.compile("/assets/([0-9a-f]{16})(/.*)");
    private static final int RELEASE_BYTES = 8;

    private final Map<String, PageFile> files = new TreeMap<>();
    private final Map<Page, PageFile> pages = new EnumMap<>(Page.class);
    private final String release;

    PageFiles() {
        Map<String, byte[]> read = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, folder -> collect(folder, read));
            read.put(CHARTS_NAME, charts());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.release = digest(read);
        read.forEach((path, bytes) ->
                PageFile.typeOf(path).ifPresent(type -> files.put(path, PageFile.of(bytes, type))));
        for (Page page : Page.values()) {
            pages.put(page, page(page, read.get(page.document())));
        }
    }

    /** A file as it is asked for. */
    record Found(PageFile file, boolean forEver) {}

    /** The file of a path under {@code /assets/}; empty where there is none. */
    Optional<Found> asset(String path) {
        Matcher released = RELEASED.matcher(path);
        boolean named = released.matches();
        String own = named ? "/assets" + released.group(2) : path;
        boolean forEver = named && released.group(1).equals(release);
        return own.startsWith(ASSETS)
                ? Optional.ofNullable(files.get(own)).map(file -> new Found(file, forEver))
                : Optional.empty();
    }

    PageFile page(Page page) {
        return pages.get(page);
    }

    private PageFile page(Page page, byte[] document) {
        String named = page.in(new String(document, StandardCharsets.UTF_8))
                .replace("\"" + ASSETS, "\"" + ASSETS + release + "/");
        return PageFile.of(
                named.getBytes(StandardCharsets.UTF_8),
                PageFile.typeOf(page.document()).orElseThrow());
    }

    private static void collect(Path folder, Map<String, byte[]> read) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                read.put("/" + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] charts() throws IOException {
        try (InputStream library = PageFiles.class.getClassLoader().getResourceAsStream(CHARTS)) {
            if (library == null) {
                throw new IOException("the library of charts is not where it is looked for: " + CHARTS);
            }
            return library.readAllBytes();
        }
    }

    private static String digest(Map<String, byte[]> read) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            read.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, RELEASE_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
