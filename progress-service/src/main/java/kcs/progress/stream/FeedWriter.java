package kcs.progress.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.Cursor;
import kcs.progress.board.FeedEntry;

/** Writes messages of the stream as they go over the wire. */
@Singleton
class FeedWriter {
    private final ObjectMapper json;

    FeedWriter(ObjectMapper json) {
        this.json = json;
    }

    Buffer hello(Cursor at) {
        return place("hello", at);
    }

    Buffer reset(Cursor at) {
        return place("reset", at);
    }

    private Buffer place(String event, Cursor at) {
        Buffer buffer = Buffer.buffer();
        append(buffer, event, at, new StreamMessage.Place(at.toString()));
        return buffer;
    }

    /** What of these lines an audience sees, with the state of the board beside it; may be empty. */
    Buffer changes(Board board, Audience audience, List<FeedEntry> entries) {
        Buffer buffer = Buffer.buffer();
        List<FeedEntry> told = entries.stream()
                .filter(entry -> audience.sees(entry, board.task(entry.taskCode())) || audience.loses(entry))
                .toList();
        if (told.isEmpty()) {
            return buffer;
        }
        StretchView view = new StretchView(board, audience, told);
        for (FeedEntry entry : told) {
            Cursor id = new Cursor(board.cursor().generation(), entry.seq());
            if (audience.loses(entry)) {
                append(buffer, "gone", id, view.gone(entry));
            } else if (view.saysSomething(entry)) {
                append(buffer, "change", id, view.change(entry));
            }
        }
        return buffer;
    }

    private void append(Buffer buffer, String event, Cursor id, Object data) {
        try {
            buffer.appendString("event: " + event + "\nid: " + id + "\ndata: ", StandardCharsets.UTF_8.name())
                    .appendBytes(json.writeValueAsBytes(data))
                    .appendString("\n\n");
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a message cannot be written", failure);
        }
    }
}
