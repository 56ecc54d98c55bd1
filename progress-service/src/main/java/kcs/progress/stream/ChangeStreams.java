package kcs.progress.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.Cursor;
import kcs.progress.board.FeedEntry;
import kcs.progress.board.FeedPage;
import kcs.progress.board.FeedTable;
import kcs.progress.dashboard.FollowsTheBoard;

/**
 * All who follow the changes. Whoever stands at the newest line gets the next ones as they come, written once for each
 * audience; whoever is behind reads the feed from its table, those at one place together.
 */
@Singleton
class ChangeStreams implements FollowsTheBoard {

    /** Lines of the feed as one audience gets them: from one place (not itself) to another. */
    record Stretch(Cursor from, Cursor to, Buffer bytes) {}

    private record Place(Audience audience, Cursor cursor) {}

    private final FeedTable feed;
    private final FeedWriter writer;
    private final Vertx vertx;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<Place, Future<Stretch>> reads = new ConcurrentHashMap<>();
    private volatile Board board;

    ChangeStreams(FeedTable feed, FeedWriter writer, Vertx vertx, MeterRegistry metrics) {
        this.feed = feed;
        this.writer = writer;
        this.vertx = vertx;
        Gauge.builder("kcs.sse.clients", clients, Set::size)
                .description("Open streams of the dashboard's changes")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent stopping) {
        clients.forEach(StreamClient::end);
    }

    /** A sign of life to everyone. */
    void beat() {
        clients.forEach(StreamClient::beat);
    }

    /** The newest board that the streams have; null before the first. */
    Board board() {
        return board;
    }

    void add(StreamClient client) {
        clients.add(client);
    }

    void remove(StreamClient client) {
        clients.remove(client);
    }

    /** Sends on what is new on the board. */
    @Override
    public void advance(Cursor from, Board latest, List<FeedEntry> entries) {
        board = latest;
        Map<Audience, Stretch> written = new HashMap<>();
        for (StreamClient client : clients) {
            client.offer(written.computeIfAbsent(
                    client.audience(),
                    audience -> new Stretch(from, latest.cursor(), writer.changes(latest, audience, entries))));
        }
    }

    /** Tells everyone to read the dashboard anew: it is in another life, or looks different without an event. */
    @Override
    public void startAnew(Board latest) {
        board = latest;
        Buffer reset = writer.reset(latest.cursor());
        clients.forEach(client -> client.reset(latest.cursor(), reset));
    }

    /** What an audience sees behind a place, a page of it; read once for all who ask while it is being read. */
    Future<Stretch> behind(Audience audience, Cursor cursor) {
        Place place = new Place(audience, cursor);
        Future<Stretch> read = reads.computeIfAbsent(place, any -> vertx.executeBlocking(() -> read(any), false));
        read.onComplete(done -> reads.remove(place, read));
        return read;
    }

    private Stretch read(Place place) {
        Board current = board;
        FeedPage page = feed.since(place.cursor().seq(), current.cursor().seq());
        long generation = place.cursor().generation();
        if (page.generation() != generation || current.cursor().generation() != generation) {
            // The reset is on its way to whoever asked.
            return new Stretch(place.cursor(), place.cursor(), Buffer.buffer());
        }
        List<FeedEntry> entries = page.entries();
        long reached = page.full()
                ? entries.get(entries.size() - 1).seq()
                : current.cursor().seq();
        Cursor to = new Cursor(generation, Math.max(reached, place.cursor().seq()));
        return new Stretch(place.cursor(), to, writer.changes(current, place.audience(), entries));
    }
}
