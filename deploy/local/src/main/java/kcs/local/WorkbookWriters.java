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
 * How fast our renderer and bare fastexcel write the same cells as a workbook, in turn in one process of their own, with the
 * classes of progress-service.
 *
 * @param rows of the report
 * @param ours rows a second
 * @param bare rows a second
 */
record WorkbookWriters(long rows, double ours, double bare) {
    private static final String MAIN = "kcs.progress.rendering.WorkbookBench";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** @param csv the report */
    static WorkbookWriters measured(Settings settings, Path csv) throws IOException {
        Path output = csv.resolveSibling("writers.txt");
        Process process = new ProcessBuilder(
                        JavaCommand.java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes(settings.root().resolve("progress-service/target")),
                        MAIN,
                        csv.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        References.finish(process, LIMIT);
        if (process.isAlive() || process.exitValue() != 0) {
            throw new IOException("the writers of workbooks said: " + Files.readString(output));
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(output, StandardCharsets.UTF_8)) {
            said.load(reader);
        }
        return new WorkbookWriters(
                Long.parseLong(said.getProperty("rows")),
                Double.parseDouble(said.getProperty("ours")),
                Double.parseDouble(said.getProperty("bare")));
    }

    private static String classes(Path target) {
        return String.join(
                File.pathSeparator,
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                target.resolve("quarkus-app/lib/main") + "/*");
    }
}
