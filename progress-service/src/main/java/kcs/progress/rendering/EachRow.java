package kcs.progress.rendering;

import java.io.IOException;
import java.util.List;
import kcs.progress.document.Cell;
import kcs.progress.document.Rows;

/** Takes rows into a stream: as soon as the stream takes no more, no more are pulled. */
@FunctionalInterface
interface EachRow {

    void write(List<Cell> row) throws IOException;

    /**
     * Goes through all rows.
     *
     * @throws IOException what the stream threw
     */
    static void of(Rows rows, EachRow writer) throws IOException {
        try {
            rows.forEach(row -> {
                try {
                    writer.write(row);
                } catch (IOException gone) {
                    throw new Gone(gone);
                }
            });
        } catch (Gone gone) {
            throw gone.cause;
        }
    }

    /** The stream's refusal on its way through whoever hands over the rows; told from one of their own by its type. */
    final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient IOException cause;

        private Gone(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
