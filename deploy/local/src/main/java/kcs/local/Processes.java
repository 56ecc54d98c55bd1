package kcs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the stack's processes by a mark on their command lines. No file has to be kept true: whatever was killed, and
 * whenever, what runs is found.
 */
final class Processes {
    private final Settings settings;

    Processes(Settings settings) {
        this.settings = settings;
    }

    /** Returns the options of the Java command that {@link #find} recognises. */
    static List<String> mark(Settings settings, Part part) {
        return List.of("-Dkcs.part=" + part.id(), "-Dkcs.data=" + settings.data());
    }

    Optional<ProcessHandle> find(Part part) {
        if (part == Part.POSTGRES) {
            return EmbeddedPostgresServer.running(settings.folder(part));
        }
        String mark = String.join(" ", mark(settings, part)) + " ";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .findFirst();
    }

    /** Returns the bytes of memory that a process and its children have for themselves, shared pages in proportion. */
    static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Processes::proportionalSetSize)
                .sum();
    }

    /** Returns the processor time that a process and its children have taken, those that ended left out. */
    static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long proportionalSetSize(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException notLinuxOrGone) {
            return 0;
        }
    }
}
