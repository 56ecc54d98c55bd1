package kcs.progress.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kcs.progress.evidence.Evidence;

/** Evidence in one cell, a line for each: {@code title | https://…}, or {@code title | file:id} for an uploaded file. */
final class EvidenceCell {
    private static final String FILE = "file:";

    private EvidenceCell() {}

    static List<String> split(String cell) {
        return Arrays.stream(cell.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Empty when it is not written as it should be. Whether the link or the file is good is not judged here. */
    static Optional<Evidence> read(String line) {
        int bar = line.lastIndexOf('|');
        String title = bar < 0 ? "" : line.substring(0, bar).strip();
        String where = line.substring(bar + 1).strip();
        if (title.isEmpty() || where.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                where.startsWith(FILE)
                        ? new Evidence(
                                title, null, where.substring(FILE.length()).strip())
                        : new Evidence(title, where, null));
    }

    static String write(List<Evidence> evidence) {
        return evidence.stream().map(EvidenceCell::line).collect(Collectors.joining("\n"));
    }

    private static String line(Evidence evidence) {
        String where = evidence.url() == null ? FILE + evidence.file() : evidence.url();
        return evidence.title().replaceAll("\\s*\n\\s*", " ") + " | " + where;
    }
}
