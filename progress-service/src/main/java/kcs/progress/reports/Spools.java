package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemMappers;

/** Has files for few long reports at once: each takes room on the disk, and a thread, until its reader has all of it. */
@Singleton
class Spools {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final Semaphore places;

    Spools(LongReportSettings settings) {
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * A file for one report, empty; whoever asks for it closes it.
     *
     * @throws ProblemException 503 when as many are on their way as may be
     */
    Spool open() {
        if (!places.tryAcquire()) {
            throw ProblemMappers.ofStatus(503, "");
        }
        try {
            return Spool.in(FOLDER, places::release);
        } catch (IOException failure) {
            places.release();
            throw new UncheckedIOException(failure);
        }
    }

    /** For how many reports there is room now. */
    int free() {
        return places.availablePermits();
    }
}
