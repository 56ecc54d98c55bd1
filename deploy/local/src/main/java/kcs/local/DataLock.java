package kcs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One command at a time changes a data folder; another waits for it. */
final class DataLock {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What a command does while it has the folder for itself. */
    @FunctionalInterface
    interface Work<T> {
        T perform() throws IOException;
    }

    private DataLock() {}

    /** Returns what the work returns. */
    static <T> T during(Path data, Work<T> work) throws IOException {
        Folders.createPrivate(data);
        Path file = data.resolve("launcher.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(channel, data);
            return work.perform();
        }
    }

    private static void await(FileChannel channel, Path data) {
        if (tryLock(channel)) {
            return;
        }
        System.err.println("another deploy command is at work on " + data + "; waiting for it");
        if (!Waiting.until(LIMIT, () -> tryLock(channel))) {
            throw new Refusal("another deploy command is still at work on " + data
                    + "; wait for it, or set KCS_DATA to another folder");
        }
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be locked", e);
        }
    }
}
