package kcs.progress.pdf;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kcs.chassis.problem.ProblemException;

/**
 * Lets few documents be made at once, and no more of them than the memory takes: each keeps a processor busy and lies in
 * the memory until it is made, and the requests of everybody else need both.
 */
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
    private final Semaphore rows;

    PdfDesk(PdfSettings settings) {
        this.settings = settings;
        this.admitted = new Semaphore(settings.atOnce() + settings.waiting());
        this.places = new Semaphore(settings.atOnce(), true);
        this.rows = new Semaphore(settings.maxRows(), true);
    }

    /**
     * Does the work on the caller's thread as soon as there is room, in the order of arrival.
     *
     * @param size rows of the document, no more than one may have
     * @throws ProblemException 503 at once when too many wait already, or when no room came free in time
     * @throws InterruptedIOException when the thread was told to stop while it waited
     */
    <T> T serve(int size, Work<T> work) throws IOException {
        if (!admitted.tryAcquire()) {
            throw busy();
        }
        try {
            return atPlace(() -> withRows(size, work));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while waiting for room");
        } finally {
            admitted.release();
        }
    }

    private interface Step<T> {
        T take() throws IOException, InterruptedException;
    }

    private <T> T atPlace(Step<T> next) throws IOException, InterruptedException {
        take(places, 1);
        try {
            return next.take();
        } finally {
            places.release();
        }
    }

    private <T> T withRows(int size, Work<T> work) throws IOException, InterruptedException {
        take(rows, size);
        try {
            return work.make();
        } finally {
            rows.release(size);
        }
    }

    private void take(Semaphore room, int permits) throws InterruptedException {
        if (!room.tryAcquire(permits, settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy();
        }
    }

    /** How many wait for room now. */
    int waiting() {
        return places.getQueueLength() + rows.getQueueLength();
    }

    private static ProblemException busy() {
        return new ProblemException(503, "pdf-busy").header("Retry-After", SECONDS);
    }
}
