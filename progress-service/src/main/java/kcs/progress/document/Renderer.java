package kcs.progress.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;

/** Writes documents in one format. */
public interface Renderer {

    ReportFormat format();

    /**
     * How many rows a document may have at most that is made whole before its first byte; empty where rows are written
     * as they are read, however many there are.
     */
    default OptionalInt mostRows() {
        return OptionalInt.empty();
    }

    /**
     * Writes a document; the stream is left open.
     *
     * @throws IOException when the stream takes no more, or a document that is made whole is made on a thread that was
     *     told to stop: whoever asked has gone
     */
    void write(ReportDocument document, OutputStream stream) throws IOException;
}
