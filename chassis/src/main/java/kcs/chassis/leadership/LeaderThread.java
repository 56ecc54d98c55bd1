package kcs.chassis.leadership;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One thread that does a duty as long as it holds an advisory lock, so that of all replicas on a database one does it.
 *
 * <p>The duty gets the session that holds the lock: what it writes there fails once the lock is lost, which fences a
 * deposed leader. Whatever ends the duty, it is begun anew with a growing pause; the service itself is never affected.
 */
public final class LeaderThread {

    /** The work of a leader. */
    @FunctionalInterface
    public interface Duty {

        /**
         * Works until stopped or until something fails.
         *
         * @param lock the session that holds the lock, in auto-commit mode
         */
        void perform(Connection lock) throws SQLException, InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(LeaderThread.class);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofMillis(900);

    private final String name;
    private final DirectConnections connections;
    private final Duty duty;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Connection session;
    private Duration backoff = FIRST_PAUSE;

    /** @param name of the thread, and of the lock: the same in every replica */
    public LeaderThread(String name, DirectConnections connections, Duty duty) {
        this.name = name;
        this.connections = connections;
        this.duty = duty;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether the duty should come to its end. */
    public boolean stopped() {
        return stopping.getCount() == 0;
    }

    /** Waits, but not beyond the stop. */
    public void pause(Duration atMost) throws InterruptedException {
        stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Ends the thread within a second, whatever it waits for. A read from a database that no longer answers cannot
     * be interrupted, so the session is torn from below it.
     */
    public void stop() {
        stopping.countDown();
        thread.interrupt();
        try {
            thread.join(GRACE.toMillis() / 2);
            Connection held = session;
            if (thread.isAlive() && held != null) {
                held.abort(Runnable::run);
            }
            thread.join(GRACE.toMillis() / 2);
        } catch (SQLException failure) {
            LOG.debugf(failure, "%s: the session could not be aborted", name);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warnf("%s does not end and is left behind", name);
        }
    }

    private void run() {
        while (!stopped()) {
            try (Connection opened = connections.open(name)) {
                session = opened;
                if (lead(opened)) {
                    duty.perform(opened);
                }
            } catch (InterruptedException interrupted) {
                // Only stop() interrupts; the loop's condition knows.
                LOG.debugf("%s interrupted", name);
            } catch (SQLException | RuntimeException failure) {
                retryLater(failure);
            } finally {
                session = null;
            }
        }
    }

    private boolean lead(Connection opened) throws SQLException, InterruptedException {
        while (!tryLock(opened)) {
            pause(STANDBY);
            if (stopped()) {
                return false;
            }
        }
        LOG.infof("%s leads", name);
        return true;
    }

    private boolean tryLock(Connection opened) throws SQLException {
        try (PreparedStatement statement =
                opened.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A duty that works calls this, so that its next failure is again retried at once. */
    public void healthy() {
        backoff = FIRST_PAUSE;
    }

    private void retryLater(Exception failure) {
        if (stopped()) {
            return;
        }
        LOG.warnf("%s failed, next try in %d ms: %s", name, backoff.toMillis(), failure);
        LOG.debug(name, failure);
        try {
            pause(backoff);
        } catch (InterruptedException interrupted) {
            LOG.debugf("%s interrupted", name);
        }
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
