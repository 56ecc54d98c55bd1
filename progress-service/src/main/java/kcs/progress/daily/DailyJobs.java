package kcs.progress.daily;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.leadership.DirectConnections;
import kcs.chassis.leadership.LeaderThread;
import kcs.chassis.time.FollowsTheClock;
import kcs.chassis.time.Seoul;
import org.jboss.logging.Logger;

/** Runs the jobs of the day, in the order of their priority, on one replica only. */
@Singleton
class DailyJobs implements FollowsTheClock {
    private static final Logger LOG = Logger.getLogger(DailyJobs.class);
    private static final Caller ACTOR = Caller.system("daily");

    /** How the day is watched. */
    @ConfigMapping(prefix = "kcs.daily")
    interface Settings {
        /** How often it is looked whether the day has turned. */
        @WithDefault("1s")
        Duration look();

        /** How often the jobs run besides: for what came up during the day, and what failed. */
        @WithDefault("1m")
        Duration again();
    }

    private final List<DailyJob> jobs;
    private final CurrentCaller current;
    private final Clock clock;
    private final Settings settings;
    private final LeaderThread thread;
    private volatile LocalDate done;

    DailyJobs(
            @All List<DailyJob> jobs,
            CurrentCaller current,
            Clock clock,
            Settings settings,
            DirectConnections connections) {
        this.jobs = jobs;
        this.current = current;
        this.clock = clock;
        this.settings = settings;
        this.thread = new LeaderThread("kcs-daily", connections, this::watch);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.stop();
    }

    @Override
    public boolean hasDone(LocalDate day) {
        return day.equals(done);
    }

    private void watch(Connection lock) throws SQLException, InterruptedException {
        // Another replica may have led in between.
        done = null;
        long doneAt = 0;
        while (!thread.stopped()) {
            LocalDate today = Seoul.today(clock);
            boolean due = System.nanoTime() - doneAt >= settings.again().toNanos();
            if (!today.equals(done) || due) {
                // The lock lives as long as its session: one that is gone is found out before anything is done.
                if (!lock.isValid(1)) {
                    throw new SQLException("the session that holds the lock is gone");
                }
                // Under way is not done, also where it is done again or the clock goes back meanwhile.
                done = null;
                runAll(today);
                done = today;
                doneAt = System.nanoTime();
            }
            thread.healthy();
            thread.pause(settings.look());
        }
    }

    private void runAll(LocalDate today) {
        for (DailyJob job : jobs) {
            try {
                current.as(ACTOR, () -> {
                    job.run(today);
                    return null;
                });
            } catch (RuntimeException failure) {
                // The others are not held up by it; it is tried again with the next round.
                LOG.errorf(failure, "%s failed on %s", job.name(), today);
            }
        }
    }
}
