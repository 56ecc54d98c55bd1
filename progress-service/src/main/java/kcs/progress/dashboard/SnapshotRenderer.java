package kcs.progress.dashboard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kcs.progress.board.BoardUnreadableException;
import org.jboss.logging.Logger;

/**
 * Has the snapshots rendered when the board has changed, on a thread of its own and at most once per change, never by a
 * request; changes that come while it renders are rendered together.
 */
@Singleton
class SnapshotRenderer {
    private static final Logger LOG = Logger.getLogger(SnapshotRenderer.class);

    /** Rendering takes at most this part of the time of one core, however fast changes come and however large it is. */
    private static final int PART_OF_A_CORE = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Snapshots snapshots;
    private final Thread thread = new Thread(this::run, "kcs-snapshots");
    private final CountDownLatch stopping = new CountDownLatch(1);

    SnapshotRenderer(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        thread.interrupt();
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                snapshots.awaitChange();
                long before = System.nanoTime();
                snapshots.renderAll();
                rest(Duration.ofNanos(System.nanoTime() - before));
            } catch (InterruptedException interrupted) {
                // Only stop() interrupts; the loop's condition knows.
                LOG.debug("the renderer is interrupted");
            } catch (BoardUnreadableException away) {
                LOG.warn(away.getMessage());
                again();
            } catch (RuntimeException failure) {
                LOG.error("the dashboard could not be rendered", failure);
            }
        }
    }

    private void rest(Duration taken) throws InterruptedException {
        Duration pause = taken.multipliedBy(PART_OF_A_CORE - 1L);
        pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private void again() {
        snapshots.wake();
        try {
            pause(LONGEST_PAUSE);
        } catch (InterruptedException interrupted) {
            LOG.debug("the renderer is interrupted");
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
