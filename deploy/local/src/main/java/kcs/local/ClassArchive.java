package kcs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service's class-data sharing archive: what the JVM would read and check at every start, kept ready. */
final class ClassArchive {
    private static final int LIMIT_SECONDS = 90;

    private ClassArchive() {}

    static Path of(Settings settings, Part service) {
        return settings.jar(service)
                .resolveSibling("classes-" + Runtime.version().feature() + ".jsa");
    }

    /** Makes the archive where it is missing or older than the jar. Without it a service starts too, only slower. */
    static void prepare(Settings settings, Part service) throws IOException {
        Path jar = settings.jar(service);
        Path archive = of(settings, service);
        if (Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return;
        }
        Path half = archive.resolveSibling(archive.getFileName() + ".part");
        Files.deleteIfExists(archive);
        Files.deleteIfExists(half);
        // Quarkus ends by itself with this property once its classes are loaded and before anything is connected.
        Process process = new ProcessBuilder(List.of(
                        JavaCommand.java(),
                        "-XX:ArchiveClassesAtExit=" + half,
                        "-XX:+UseSerialGC",
                        "-Dquarkus.appcds.generate=true",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            } else if (Files.exists(half)) {
                Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
