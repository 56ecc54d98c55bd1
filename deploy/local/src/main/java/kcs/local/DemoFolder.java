package kcs.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The data folder of a demonstration. The file that says how far it has come is also the mark by which such a folder is
 * told from one with real data; it is made first of all in an empty folder, and never in another.
 */
final class DemoFolder {
    /** What the databases of a demonstration carry as their comment; the services look for it at their start. */
    static final String DATABASE_MARK = "demonstration";

    private static final String MARK = "demonstration.properties";
    private static final String HEADER = "Demonstration data, nothing in this folder is real: deploy/demo --clear";
    private static final String CLOCK = "clock";
    private static final String YEAR = "year";
    private static final Instant FIRST_DAY = Instant.parse("2024-06-20T00:00:00Z");

    /** How far the year has been played. */
    enum Year {
        NOT_PLAYED,
        HALF_PLAYED,
        PLAYED
    }

    private final Path data;

    private DemoFolder(Path data) {
        this.data = data;
    }

    /** Returns the folder as a demonstration's, if it is one. */
    static Optional<DemoFolder> in(Path data) {
        return Files.exists(data.resolve(MARK)) ? Optional.of(new DemoFolder(data)) : Optional.empty();
    }

    /** Makes the folder unless it is there; refuses one that holds anything else. */
    static DemoFolder open(Path data) throws IOException {
        Optional<DemoFolder> known = in(data);
        if (known.isPresent()) {
            return known.get();
        }
        if (Files.exists(data) && !isEmpty(data)) {
            throw new Refusal(
                    data + " is not a demonstration's folder and stays as it is; set KCS_DEMO_DATA to a folder"
                            + " that is empty or not there yet");
        }
        Folders.createPrivate(data);
        DemoFolder made = new DemoFolder(data);
        made.keep(FIRST_DAY);
        return made;
    }

    /** Where the clock of the demonstration goes on from. */
    Instant clock() {
        return Instant.parse(read().getProperty(CLOCK));
    }

    Year year() {
        return Year.valueOf(read().getProperty(YEAR, Year.NOT_PLAYED.name()));
    }

    void keep(Instant clock) {
        keep(CLOCK, clock.toString());
    }

    void keep(Year year) {
        keep(YEAR, year.name());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private Properties read() {
        Properties known = new Properties();
        Path file = data.resolve(MARK);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return known;
    }

    /** At once or not at all: who is killed meanwhile leaves the folder marked. */
    private void keep(String name, String value) {
        Properties known = read();
        known.setProperty(name, value);
        Path file = data.resolve(MARK);
        Path next = data.resolve(MARK + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(next)) {
                known.store(writer, HEADER);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
