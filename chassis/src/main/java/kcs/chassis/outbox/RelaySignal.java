package kcs.chassis.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that something was committed. Many wakes before a wait count as one. */
@Singleton
class RelaySignal {

    private final Semaphore woken = new Semaphore(0);

    void wake() {
        woken.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }
}
