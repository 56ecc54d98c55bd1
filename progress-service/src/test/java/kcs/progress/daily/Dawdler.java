package kcs.progress.daily;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;

/** A job that stays under way on a day that a test names, until the test lets it go on. */
@Singleton
class Dawdler implements DailyJob {
    private final Semaphore let = new Semaphore(0);
    private volatile LocalDate day;
    private volatile boolean underWay;

    void stayOn(LocalDate named) {
        let.drainPermits();
        day = named;
    }

    boolean underWay() {
        return underWay;
    }

    void goOn() {
        day = null;
        let.release();
    }

    @Override
    public String name() {
        return "a job that takes its time";
    }

    @Override
    public void run(LocalDate today) {
        if (today.equals(day)) {
            underWay = true;
            let.acquireUninterruptibly();
            underWay = false;
        }
    }
}
