package kcs.progress.dashboard;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kcs.chassis.inbox.InboxApplied;
import kcs.chassis.time.ClockMoved;
import kcs.chassis.time.Seoul;
import kcs.progress.board.Board;
import kcs.progress.board.BoardTables;
import kcs.progress.board.BoardUnreadableException;
import kcs.progress.board.FeedPage;
import kcs.progress.board.FeedTable;
import org.jboss.logging.Logger;

/**
 * Keeps the board in memory in step with its tables, and tells the snapshots and whoever follows what is new. Woken when
 * the inbox has committed; a replica whose inbox does not lead looks by itself.
 */
@Singleton
class BoardKeeper {
    private static final Logger LOG = Logger.getLogger(BoardKeeper.class);

    /** How the board is kept. */
    @ConfigMapping(prefix = "kcs.dashboard")
    interface Settings {
        /** How often the tables are looked at when nothing in this process has changed them. */
        @WithDefault("1s")
        Duration look();
    }

    private final BoardTables tables;
    private final FeedTable feed;
    private final List<FollowsTheBoard> followers;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Settings settings;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "kcs-board");
    private volatile boolean stopped;
    private volatile Board board;

    BoardKeeper(
            BoardTables tables,
            FeedTable feed,
            @All List<FollowsTheBoard> followers,
            Snapshots snapshots,
            Clock clock,
            Settings settings) {
        this.tables = tables;
        this.feed = feed;
        this.followers = followers;
        this.snapshots = snapshots;
        this.clock = clock;
        this.settings = settings;
    }

    /** Before the first request: there is always a dashboard to answer with. */
    void start(@Observes StartupEvent started) {
        load();
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        thread.interrupt();
    }

    void applied(@Observes InboxApplied events) {
        woken.release();
    }

    void moved(@Observes ClockMoved clock) {
        woken.release();
    }

    private void run() {
        while (!stopped) {
            try {
                if (woken.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
                refresh();
            } catch (InterruptedException interrupted) {
                // Only stop() interrupts; the loop's condition knows.
                LOG.debug("the board's thread is interrupted");
            } catch (BoardUnreadableException away) {
                // What was shown stays shown: it is older, not wrong. The next look tries again.
                LOG.warn(away.getMessage());
            } catch (RuntimeException failure) {
                LOG.error("the board could not be brought up to date", failure);
            }
        }
    }

    private void refresh() {
        FeedPage page = feed.since(board.cursor().seq(), Long.MAX_VALUE);
        if (page.generation() != board.cursor().generation()) {
            load();
            return;
        }
        while (page.full()) {
            advance(page);
            page = feed.since(board.cursor().seq(), Long.MAX_VALUE);
        }
        if (!page.entries().isEmpty()) {
            advance(page);
        }
        board = board.with(tables.troubles());
        turnTheDay();
        snapshots.show(board);
    }

    private void advance(FeedPage page) {
        Board before = board;
        board = before.after(page);
        followers.forEach(follower -> follower.advance(before.cursor(), board, page.entries()));
    }

    /** An agency's name and what is overdue are those of the day: where one changes overnight, everyone reads anew. */
    private void turnTheDay() {
        LocalDate today = Seoul.today(clock);
        Board before = board;
        if (!today.equals(before.day())) {
            board = before.on(today);
            if (new Overnight(before, today).looksDifferent()) {
                snapshots.showNow(board);
                followers.forEach(follower -> follower.startAnew(board));
            }
        }
    }

    /** Another life of the projection: what anyone has of the one before goes no further. */
    private void load() {
        board = Board.of(tables.all(), Seoul.today(clock), tables.troubles());
        snapshots.showNow(board);
        followers.forEach(follower -> follower.startAnew(board));
    }
}
