package kcs.progress.reports;

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

    WaitingReader(RoutingContext request) {
        this.request = request;
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
