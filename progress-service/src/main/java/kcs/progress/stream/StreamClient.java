package kcs.progress.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.Cursor;

/**
 * One who follows the changes: a place in the feed and whether there is more, nothing else. What it has not taken yet is
 * in the feed's table, so nothing is dropped and no buffer grows, however slow it is. All but {@link #offer},
 * {@link #reset}, {@link #beat} and {@link #end} runs on the connection's own event loop.
 */
final class StreamClient {
    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    /** Heartbeats in a row that could not be written, after which nobody is believed to be there. */
    private static final int PATIENCE = 4;

    private final Context context;
    private final HttpServerResponse response;
    private final Audience audience;
    private final ChangeStreams streams;
    private Cursor cursor;
    private boolean behind;
    private boolean reading;
    private boolean closed;
    private int missedBeats;

    StreamClient(Context context, HttpServerResponse response, Audience audience, ChangeStreams streams, Cursor start) {
        this.context = context;
        this.response = response;
        this.audience = audience;
        this.streams = streams;
        this.cursor = start;
    }

    Audience audience() {
        return audience;
    }

    /** Writes the first message, then what has happened since the place where it stands. */
    void begin(Buffer first) {
        response.drainHandler(drained -> catchUp());
        response.write(first);
        behind = true;
        catchUp();
    }

    /** Called when the connection is gone. */
    void closed() {
        closed = true;
    }

    /** Hands over what is new; taken now if it follows on what the client has and can be written, else read later. */
    void offer(ChangeStreams.Stretch stretch) {
        context.runOnContext(now -> take(stretch));
    }

    private void take(ChangeStreams.Stretch stretch) {
        if (closed
                || stretch.to().generation() != cursor.generation()
                || stretch.to().seq() <= cursor.seq()) {
            return;
        }
        if (stretch.from().equals(cursor) && !reading && !behind && !response.writeQueueFull()) {
            write(stretch);
        } else {
            behind = true;
            catchUp();
        }
    }

    private void catchUp() {
        if (closed || reading || !behind || response.writeQueueFull()) {
            return;
        }
        reading = true;
        behind = false;
        streams.behind(audience, cursor)
                .onComplete(read -> context.runOnContext(now -> {
                    reading = false;
                    if (read.failed()) {
                        // It comes again with the place it stands at.
                        end();
                    } else {
                        caughtUp(read.result());
                    }
                }));
    }

    private void caughtUp(ChangeStreams.Stretch stretch) {
        // It was reset while it read, or it read and there was nothing: then whoever has news will say so.
        boolean advanced = stretch.from().equals(cursor) && !stretch.to().equals(cursor);
        if (advanced && !closed) {
            write(stretch);
            Board latest = streams.board();
            behind |= latest.cursor().generation() == cursor.generation()
                    && latest.cursor().seq() > cursor.seq();
        }
        catchUp();
    }

    private void write(ChangeStreams.Stretch stretch) {
        cursor = stretch.to();
        if (stretch.bytes().length() > 0) {
            response.write(stretch.bytes());
        }
    }

    /** Tells the client to read the dashboard anew; it stands at another place then. */
    void reset(Cursor at, Buffer message) {
        context.runOnContext(now -> {
            if (!closed) {
                cursor = at;
                behind = true;
                response.write(message);
                catchUp();
            }
        });
    }

    /** A sign of life in both directions: a connection that takes none for long is given up. */
    void beat() {
        context.runOnContext(now -> {
            if (closed) {
                return;
            }
            if (!response.writeQueueFull()) {
                missedBeats = 0;
                response.write(HEARTBEAT);
            } else if (++missedBeats >= PATIENCE) {
                response.reset();
            }
        });
    }

    void end() {
        context.runOnContext(now -> {
            if (!closed) {
                response.end();
            }
        });
    }
}
