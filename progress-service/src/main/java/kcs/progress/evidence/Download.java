package kcs.progress.evidence;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer that is written piece by piece, as fast as it is taken.
 *
 * @param source writes it
 */
record Download(Source source) {

    /** Writes what is to be downloaded. */
    @FunctionalInterface
    interface Source {
        /** @throws IOException when who asked for it went away, or what is left of it is gone */
        void writeTo(OutputStream to) throws IOException;
    }
}
