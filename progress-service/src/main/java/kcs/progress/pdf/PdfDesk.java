package kcs.progress.pdf;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kcs.chassis.problem.ProblemException;

/** Lets few documents be made at once: each keeps a processor busy, and the requests of everybody else need those. */
@Singleton
class PdfDesk {
    private static final String SECONDS = "15";

    /** What is done at the desk. */
    @FunctionalInterface
    interface Work<T> {
        T make() throws IOException;
    }

    private final PdfSettings settings;
    private final Semaphore admitted;
    private final Semaphore places;

    PdfDesk(PdfSettings settings) {
        this.settings = settings;
        this.admitted = new Semaphore(settings.atOnce() + settings.waiting());
        this.places = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Does the work on the caller's thread as soon as there is a place, in the order of arrival.
     *
     * @throws ProblemException 503 at once when too many wait already, or when no place came free in time
     * @throws InterruptedIOException when the thread was told to stop while it waited
     */
    <T> T serve(Work<T> work) throws IOException {
        if (!admitted.tryAcquire()) {
            throw busy();
        }
        try {
            takePlace();
            try {
                return work.make();
            } finally {
                places.release();
            }
        } finally {
            admitted.release();
        }
    }

    private void takePlace() throws InterruptedIOException {
        try {
            if (!places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while waiting for a place");
        }
    }

    /** How many wait for a place now. */
    int waiting() {
        return places.getQueueLength();
    }

    private static ProblemException busy() {
        return new ProblemException(503, "pdf-busy").header("Retry-After", SECONDS);
    }
}
