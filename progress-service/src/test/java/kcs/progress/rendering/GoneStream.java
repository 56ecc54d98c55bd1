package kcs.progress.rendering;

import java.io.IOException;
import java.io.OutputStream;

/** A client that goes away after so many bytes. */
final class GoneStream extends OutputStream {
    private long left;

    GoneStream(long most) {
        this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("gone");
        }
    }
}
