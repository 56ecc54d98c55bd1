package kcs.progress.document;

import java.io.IOException;
import java.io.OutputStream;

/** Writes documents in one format. */
public interface Renderer {

    ReportFormat format();

    /**
     * Writes a document; the stream is left open.
     *
     * @throws IOException when the stream takes no more: whoever asked has gone
     */
    void write(ReportDocument document, OutputStream stream) throws IOException;
}
