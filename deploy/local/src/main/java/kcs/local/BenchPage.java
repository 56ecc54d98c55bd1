package kcs.local;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * How light and fast the dashboard is in a browser, with a cold cache and a processor slowed down four times; measured in a
 * process of its own by the browser of the acceptance tests.
 */
final class BenchPage {
    private static final String MAIN = "kcs.acceptance.PageBench";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int LIGHT = 60 * 1024;
    private static final int FIRST_PAINT = 1_000;
    private static final int INTERACTION = 100;
    private static final int LATENCY = 150;

    /** What a browser keeps of its own accord, such as compiled code. */
    private static final double FLAT = 1.15;

    private final BenchSitting sitting;
    private final Path output;

    BenchPage(BenchSitting sitting, Path folder) {
        this.sitting = sitting;
        this.output = folder.resolve("page.txt");
    }

    void open() throws IOException {
        Properties said = measured();
        if (said.containsKey("browser")) {
            sitting.table().plain("dashboard in a browser", "not measured: no Chromium on the path");
            return;
        }
        most("dashboard before fonts and charts, packed, in bytes", said, "weight", LIGHT);
        most("first contentful paint, cold cache, ms", said, "firstPaint", FIRST_PAINT);
        most("longest interaction to next paint with 300 tasks, ms", said, "interaction", INTERACTION);
        sitting.table()
                .plain(
                        "changes painted of those made to rows in the window, at 20 a second",
                        "%s of %s, %s rows"
                                .formatted(
                                        said.getProperty("changesSeen"),
                                        said.getProperty("changes"),
                                        said.getProperty("rows")));
        most("change made -> painted in the window at 20 changes a second, p95, ms", said, "latency95", LATENCY);
        sitting.table()
                .row(
                        "memory of the page before and after 3,600 changes in %s s"
                                .formatted(said.getProperty("replaySeconds")),
                        "%,.1f MB, %,.1f MB".formatted(megabytes(said, "heapBefore"), megabytes(said, "heapAfter")),
                        "",
                        "",
                        "≤ " + FLAT + " times",
                        megabytes(said, "heapAfter") <= FLAT * megabytes(said, "heapBefore"));
    }

    private void most(String what, Properties said, String name, int most) {
        double measured = Double.parseDouble(said.getProperty(name));
        sitting.table().row(what, "%,.0f".formatted(measured), "", "", "≤ %,d".formatted(most), measured <= most);
    }

    private static double megabytes(Properties said, String name) {
        return Double.parseDouble(said.getProperty(name)) / (1 << 20);
    }

    private Properties measured() throws IOException {
        Path target = sitting.settings().root().resolve("deploy/acceptance/target");
        Process process = new ProcessBuilder(
                        JavaCommand.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        target.resolve("test-classes") + File.pathSeparator + target.resolve("lib") + "/*",
                        MAIN,
                        sitting.settings().data().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        References.finish(process, LIMIT);
        if (process.isAlive() || process.exitValue() != 0) {
            throw new IOException("the browser said: " + Files.readString(output));
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(output, StandardCharsets.UTF_8)) {
            said.load(reader);
        }
        return said;
    }
}
