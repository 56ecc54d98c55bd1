package kcs.progress.stream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.Problems;
import kcs.chassis.time.Technical;
import kcs.progress.audience.Visitor;
import kcs.progress.board.Board;
import kcs.progress.board.Cursor;
import kcs.progress.board.FeedTable;

/** Opens streams where they are asked to begin: server-sent events, by hand. */
@Singleton
class StreamOpening {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String IN_ADDRESS = "lastEventId";

    private final ChangeStreams streams;
    private final StreamAdmission admission;
    private final StreamAdmission.Settings settings;
    private final FeedWriter writer;
    private final FeedTable feed;
    private final Problems problems;
    private final Vertx vertx;
    private final Clock clock;

    StreamOpening(
            ChangeStreams streams,
            StreamAdmission admission,
            StreamAdmission.Settings settings,
            FeedWriter writer,
            FeedTable feed,
            Problems problems,
            Vertx vertx,
            @Technical Clock clock) {
        this.streams = streams;
        this.admission = admission;
        this.settings = settings;
        this.writer = writer;
        this.feed = feed;
        this.problems = problems;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> streams.beat());
    }

    /**
     * Opens a stream.
     *
     * @param shown where the dashboard stands that is answered now: a stream that was not told where begins there, so
     *     that nothing lies between the two
     */
    void open(RoutingContext request, Visitor visitor, Cursor shown) {
        String asked = asked(request);
        if (asked == null) {
            open(request, visitor, shown, false);
            return;
        }
        Optional<Cursor> cursor = Cursor.parse(asked);
        Board board = streams.board();
        if (cursor.isEmpty() || cursor.get().generation() != board.cursor().generation()) {
            open(request, visitor, shown, true);
        } else if (cursor.get().seq() <= board.cursor().seq()) {
            open(request, visitor, cursor.get(), false);
        } else {
            openAhead(request, visitor, cursor.get(), shown);
        }
    }

    /** Another replica may have shown what this one does not know yet; what nobody wrote was made up, or restored away. */
    private void openAhead(RoutingContext request, Visitor visitor, Cursor asked, Cursor shown) {
        vertx.executeBlocking(feed::last, false)
                .onSuccess(last -> {
                    boolean written = asked.seq() <= last;
                    open(request, visitor, written ? asked : shown, !written);
                })
                .onFailure(request::fail);
    }

    private static String asked(RoutingContext request) {
        String header = request.request().getHeader(LAST_EVENT_ID);
        return header == null || header.isEmpty() ? request.request().getParam(IN_ADDRESS) : header;
    }

    private void open(RoutingContext request, Visitor visitor, Cursor start, boolean reset) {
        if (request.request().method() == HttpMethod.HEAD) {
            prepare(request.response()).end();
            return;
        }
        String key = visitor.client(request);
        try {
            admission.enter(key);
        } catch (ProblemException full) {
            problems.send(full, request);
            return;
        }
        HttpServerResponse response = prepare(request.response());
        if (response.closed()) {
            admission.leave(key);
            return;
        }
        Context context = vertx.getOrCreateContext();
        StreamClient client = new StreamClient(context, response, visitor.audience(), streams, start);
        long expiry = endWithToken(visitor, client);
        request.addEndHandler(ended -> {
            client.closed();
            streams.remove(client);
            admission.leave(key);
            vertx.cancelTimer(expiry);
        });
        streams.add(client);
        Buffer first = reset ? writer.reset(start) : writer.hello(start);
        client.begin(first);
    }

    private static HttpServerResponse prepare(HttpServerResponse response) {
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=UTF-8");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader(HttpHeaders.VARY, "Authorization, Cookie");
        // A proxy that collects answers would hold the changes back.
        return response.putHeader("X-Accel-Buffering", "no").putHeader("X-Content-Type-Options", "nosniff");
    }

    /** Rights end with the token; who still has some comes again with a new one. */
    private long endWithToken(Visitor visitor, StreamClient client) {
        if (visitor.until() == null) {
            return -1;
        }
        long left = Duration.between(clock.instant(), visitor.until()).toMillis();
        return vertx.setTimer(Math.max(1, left), timer -> client.end());
    }
}
