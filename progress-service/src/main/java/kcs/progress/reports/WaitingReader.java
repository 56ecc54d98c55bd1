package kcs.progress.reports;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Works for a reader as long as he waits. As soon as his connection is closed the thread that works for him is told to
 * stop, so that it leaves its place to the next.
 */
@Singleton
class WaitingReader {
    /** As nginx has it for a client that closed its request; nobody reads it but the log. */
    private static final int NOBODY_WAITS = 499;

    private final RoutingContext request;
    private final LongReportSettings settings;

    WaitingReader(RoutingContext request, LongReportSettings settings) {
        this.request = request;
        this.settings = settings;
    }

    /** What is made for the reader of this request, on this thread; nothing when he has gone. */
    Response served(Supplier<Response> made) {
        Turn turn = new Turn(Thread.currentThread());
        request.addEndHandler(ended -> turn.stop());
        if (request.response().closed()) {
            return gone();
        }
        try {
            Response answer = made.get();
            return turn.end() ? gone() : answer;
        } catch (RuntimeException failure) {
            if (turn.end()) {
                return gone();
            }
            throw failure;
        }
    }

    /**
     * Has a report that is sent as it is read closed as soon as its request has ended, however it ended. A reader who takes
     * too long is left.
     */
    void reads(Report report) {
        Vertx vertx = request.vertx();
        HttpServerResponse response = request.response();
        long tooLong = vertx.setTimer(settings.longest().toMillis(), passed -> response.reset());
        Runnable end = () -> {
            vertx.cancelTimer(tooLong);
            report.close();
        };
        request.addEndHandler(ended -> end.run());
        if (response.closed()) {
            end.run();
        }
    }

    private static Response gone() {
        return Response.status(NOBODY_WAITS).build();
    }

    /** Of a thread that works for somebody, until it is done. */
    private static final class Turn {
        private Thread worker;
        private boolean stopped;

        private Turn(Thread worker) {
            this.worker = worker;
        }

        private synchronized void stop() {
            if (worker != null) {
                stopped = true;
                worker.interrupt();
            }
        }

        /** Says whether it was stopped; from now on it is not. */
        private synchronized boolean end() {
            worker = null;
            if (stopped) {
                // What the thread does next is for somebody else.
                Thread.interrupted();
            }
            return stopped;
        }
    }
}
