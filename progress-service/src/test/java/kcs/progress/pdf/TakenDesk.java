package kcs.progress.pdf;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running service's desk with all of its places taken, until it is closed. */
public final class TakenDesk implements AutoCloseable {
    private final PdfDesk desk = Arc.container().instance(PdfDesk.class).get();
    private final int places = Arc.container().instance(PdfSettings.class).get().atOnce();
    private final ExecutorService takers = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    public TakenDesk() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(places);
        for (int i = 0; i < places; i++) {
            takers.submit(() -> desk.serve(1, () -> held(taken)));
        }
        taken.await();
    }

    private Void held(CountDownLatch taken) throws InterruptedIOException {
        taken.countDown();
        try {
            release.await();
            return null;
        } catch (InterruptedException told) {
            throw new InterruptedIOException();
        }
    }

    /** Until so many wait for a place. */
    public void awaitWaiting(int readers) {
        await("readers that wait").until(() -> desk.waiting() == readers);
    }

    /** Long before those who waited would have been sent away. */
    public void awaitNobodyWaiting() {
        await("readers that wait no more").atMost(Duration.ofSeconds(5)).until(() -> desk.waiting() == 0);
    }

    @Override
    public void close() {
        release.countDown();
        takers.shutdown();
    }
}
