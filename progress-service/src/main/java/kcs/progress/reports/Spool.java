package kcs.progress.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.timeliness.Timeliness;

/**
 * Returns in a file: written once, then read as often as wanted. Where the system allows it the file has no name from the
 * moment that it is open, so that whatever becomes of the process, nothing is left of it. Not for several threads, but
 * anybody may close it: who reads it then is told that there is nothing more to read.
 */
final class Spool implements Streamed<CheckpointLine> {
    private static final int BUFFER = 64 * 1024;

    /** More bytes than a return has: each of its texts is a code. */
    private static final int LONGEST_LINE = 4 * 1024;

    private static final ParticipationRole[] ROLES = ParticipationRole.values();
    private static final CheckpointState.Status[] STATUSES = CheckpointState.Status.values();
    private static final Timeliness[] TIMELINESSES = Timeliness.values();

    /** Stands for no day; no day of ours is that long ago. */
    private static final int NO_DAY = Integer.MIN_VALUE;

    /** Stands for no number and no word; those that there are begin at 1. */
    private static final int NONE = 0;

    private final FileChannel file;
    private final ByteBuffer written = ByteBuffer.allocate(BUFFER);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable onClose;
    private int count;

    private Spool(FileChannel file, Runnable onClose) {
        this.file = file;
        this.onClose = onClose;
    }

    /**
     * An empty one.
     *
     * @param onClose done once, when it is closed
     */
    static Spool in(Path folder, Runnable onClose) throws IOException {
        return new Spool(
                FileChannel.open(
                        Files.createTempFile(folder, "kcs-report-", null),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                onClose);
    }

    /** Adds one, as long as nobody has begun to read. */
    void add(CheckpointLine line) {
        if (written.remaining() < LONGEST_LINE) {
            drain();
        }
        put(line.id());
        put(line.period());
        put(line.task());
        put(line.agency());
        put(line.role());
        put(line.status());
        put(line.timeliness());
        written.putInt(line.daysLate() == null ? NONE : Math.toIntExact(line.daysLate()));
        put(line.dueOn());
        put(line.extendedDueOn());
        put(line.returnedDueOn());
        put(line.firstSubmittedOn());
        put(line.lastSubmittedOn());
        written.putInt(line.acceptedNo() == null ? NONE : line.acceptedNo());
        count++;
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        written.putShort((short) bytes.length).put(bytes);
    }

    private void put(Enum<?> word) {
        written.put((byte) (word == null ? NONE : word.ordinal() + 1));
    }

    private void put(LocalDate day) {
        written.putInt(day == null ? NO_DAY : Math.toIntExact(day.toEpochDay()));
    }

    private void drain() {
        try {
            written.flip();
            while (written.hasRemaining()) {
                file.write(written);
            }
            written.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void forEach(Consumer<CheckpointLine> reader) {
        drain();
        ByteBuffer read = ByteBuffer.allocate(BUFFER).flip();
        long at = 0;
        for (int i = 0; i < count; i++) {
            if (read.remaining() < LONGEST_LINE) {
                at += fill(read, at);
            }
            reader.accept(line(read));
        }
    }

    /** Adds what stands in the file from there on; returns how much. */
    private int fill(ByteBuffer read, long at) {
        try {
            read.compact();
            int before = read.position();
            while (read.hasRemaining() && file.read(read, at + read.position() - before) >= 0) {
                // As much as there is room for, or to the end.
            }
            int more = read.position() - before;
            read.flip();
            return more;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CheckpointLine line(ByteBuffer read) {
        return new CheckpointLine(
                text(read),
                text(read),
                text(read),
                text(read),
                word(read, ROLES),
                word(read, STATUSES),
                word(read, TIMELINESSES),
                daysLate(read.getInt()),
                day(read.getInt()),
                day(read.getInt()),
                day(read.getInt()),
                day(read.getInt()),
                day(read.getInt()),
                acceptedNo(read.getInt()));
    }

    private static String text(ByteBuffer read) {
        int length = read.getShort();
        String text = new String(read.array(), read.position(), length, StandardCharsets.UTF_8);
        read.position(read.position() + length);
        return text;
    }

    private static <T> T word(ByteBuffer read, T[] words) {
        int number = read.get();
        return number == NONE ? null : words[number - 1];
    }

    private static LocalDate day(int number) {
        return number == NO_DAY ? null : LocalDate.ofEpochDay(number);
    }

    private static Long daysLate(int number) {
        return number == NONE ? null : (Long) (long) number;
    }

    private static Integer acceptedNo(int number) {
        return number == NONE ? null : (Integer) number;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                file.close();
            } catch (IOException lost) {
                // Nobody wants what is in it any more.
            }
            onClose.run();
        }
    }
}
