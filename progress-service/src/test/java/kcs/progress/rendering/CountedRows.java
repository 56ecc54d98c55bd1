package kcs.progress.rendering;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import kcs.progress.document.Cell;
import kcs.progress.document.Rows;

/** Rows that come into being when they are asked for, and know how many were. */
final class CountedRows implements Rows {
    private final int count;
    private int handed;
    private long writtenBeforeLast;
    private final CountedStream stream;

    CountedRows(int count, CountedStream stream) {
        this.count = count;
        this.stream = stream;
    }

    @Override
    public void forEach(Consumer<List<Cell>> reader) {
        for (int number = 1; number <= count; number++) {
            writtenBeforeLast = stream.bytes;
            handed++;
            reader.accept(Samples.row(number));
        }
    }

    int handed() {
        return handed;
    }

    /** How many bytes had arrived when the last row was handed over. */
    long writtenBeforeLast() {
        return writtenBeforeLast;
    }

    /** Keeps nothing but the number of bytes. */
    static final class CountedStream extends OutputStream {
        private long bytes;
        private boolean closed;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes += count;
        }

        @Override
        public void close() {
            closed = true;
        }

        long bytes() {
            return bytes;
        }

        boolean isClosed() {
            return closed;
        }
    }
}
