package kcs.chassis.inbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells that a gap was found. Raised before the commit, so whoever waits looks again after a while anyway. */
@Singleton
class InboxSignal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
