package kcs.progress.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kcs.progress.directory.Dated;
import kcs.progress.directory.FeedEntry;
import kcs.progress.directory.TaskState;

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
        BoardView view = null;
        for (FeedEntry entry : entries) {
            Cursor id = new Cursor(board.cursor().generation(), entry.seq());
            if (audience.sees(entry, board.task(entry.subject()))) {
                view = view == null ? new BoardView(board, audience) : view;
                append(buffer, "change", id, change(board, view, entry));
            } else if (audience.loses(entry)) {
                append(buffer, "gone", id, new StreamMessage.Gone(entry.subject()));
            }
        }
        return buffer;
    }

    private static StreamMessage.Change change(Board board, BoardView view, FeedEntry entry) {
        BoardChange change = BoardChange.of(entry, board.cursor().generation());
        String subject = entry.subject();
        return switch (entry.noun()) {
            case FeedEntry.TASK -> {
                Dated<TaskState> task = board.tasks().get(subject);
                yield new StreamMessage.Change(subject, subject, change, view.task(task), null, null);
            }
            case FeedEntry.PLAN -> {
                BoardPlan plan = view.plan(board.plans().get(subject).state());
                yield new StreamMessage.Change(subject, null, change, null, null, plan);
            }
            default -> {
                BoardAgency agency =
                        BoardAgency.of(board.agencies().get(subject).state(), board.day());
                yield new StreamMessage.Change(subject, null, change, null, agency, null);
            }
        };
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
