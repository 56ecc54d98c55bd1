package kcs.progress.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kcs.chassis.problem.ProblemMappers;
import kcs.chassis.time.Demonstration;
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.FeedEntry;
import kcs.progress.board.FeedTable;

/** The dashboard as bytes, once for each audience; {@link SnapshotRenderer} keeps them new. */
@Singleton
public class Snapshots {
    private static final int LATEST_CHANGES = 50;

    private final FeedTable feed;
    private final ObjectMapper json;
    private final boolean demonstration;

    /** The agencies' audiences are kept while they are asked for. */
    private final Cache<Audience, Snapshot> agencies = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfter(new WhileAskedFor())
            .build();

    private final Semaphore woken = new Semaphore(0);
    private final Semaphore rendered = new Semaphore(0);
    private volatile Board board;
    private volatile Snapshot forPublic;
    private volatile Snapshot forGovernment;

    /** Being rendered anew does not prolong a life, being read does. */
    private static final class WhileAskedFor implements Expiry<Audience, Snapshot> {
        private static final long NANOS = Duration.ofMinutes(10).toNanos();

        @Override
        public long expireAfterCreate(Audience audience, Snapshot snapshot, long now) {
            return NANOS;
        }

        @Override
        public long expireAfterUpdate(Audience audience, Snapshot snapshot, long now, long left) {
            return left;
        }

        @Override
        public long expireAfterRead(Audience audience, Snapshot snapshot, long now, long left) {
            return NANOS;
        }
    }

    /** @param demonstration whether the stack plays a year for show, which every dashboard says */
    Snapshots(FeedTable feed, ObjectMapper json, Demonstration demonstration) {
        this.feed = feed;
        this.json = json;
        this.demonstration = demonstration.on();
    }

    /** The bytes for an audience; null where they are not made yet, see {@link #make}. */
    public Snapshot ready(Audience audience) {
        return switch (audience.kind()) {
            case PUBLIC -> forPublic;
            case GOVERNMENT -> forGovernment;
            case AGENCY -> agencies.getIfPresent(audience);
        };
    }

    /** Makes the bytes for an audience that nobody has asked for lately; blocks. */
    public Snapshot make(Audience audience) {
        Board current = board;
        if (current == null) {
            throw ProblemMappers.ofStatus(503, "");
        }
        Snapshot ready = ready(audience);
        if (ready != null) {
            return ready;
        }
        Snapshot made = agencies.get(audience, any -> render(current, any));
        if (made.board() != board) {
            // The board went on meanwhile, perhaps after the renderer had looked whom to render for.
            woken.release();
        }
        return made;
    }

    /** Takes a new board; its bytes follow soon. */
    void show(Board latest) {
        if (latest.equals(board)) {
            return;
        }
        board = latest;
        woken.release();
    }

    /** Takes a new board and makes its bytes before it returns. */
    void showNow(Board latest) {
        board = latest;
        renderAll();
    }

    /** Renders an audience's view of a board. */
    private Snapshot render(Board of, Audience audience) {
        List<FeedEntry> changes = feed.latest(
                of.cursor().seq(), LATEST_CHANGES, entry -> audience.sees(entry, of.task(entry.taskCode())));
        try {
            byte[] bytes = json.writeValueAsBytes(new BoardView(of, audience).dashboard(changes, demonstration));
            return Snapshot.of(of, bytes);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the dashboard cannot be written", failure);
        }
    }

    /** Waits until the dashboard has been rendered anew, or for so long. */
    public void awaitNewer(Duration atMost) {
        try {
            rendered.drainPermits();
            if (rendered.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                rendered.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is something to render anew; all that has come until then is one. */
    void awaitChange() throws InterruptedException {
        woken.acquire();
        woken.drainPermits();
    }

    /** Has the board rendered anew, though it is the one that it was. */
    void wake() {
        woken.release();
    }

    /** Renders the board for all who have asked for it lately. */
    synchronized void renderAll() {
        Board current = board;
        forPublic = render(current, Audience.PUBLIC);
        forGovernment = render(current, Audience.GOVERNMENT);
        for (Audience audience : agencies.asMap().keySet()) {
            agencies.asMap().computeIfPresent(audience, (any, old) -> render(current, any));
        }
        rendered.release();
    }
}
