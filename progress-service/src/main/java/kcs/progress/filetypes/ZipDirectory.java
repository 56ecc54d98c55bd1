package kcs.progress.filetypes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What a zip archive holds, by the central directory at its end, which is what the programs that open it go by. Nothing
 * is unpacked to find it. After PKWARE's APPNOTE 6.3; without Zip64, which files of this size do not need.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_DIRECTORY = 2 << 20;

    /**
     * A file in the archive.
     *
     * @param packed its length in the archive
     * @param offset where its local header stands
     */
    record Entry(String name, int method, int packed, long offset) {
        boolean stored() {
            return method == STORED;
        }
    }

    private final Bytes file;
    private final List<Entry> entries;

    private ZipDirectory(Bytes file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads the directory of an archive.
     *
     * @throws IOException when it has none that can be read
     */
    static ZipDirectory of(Bytes file) throws IOException {
        ByteBuffer end = end(file);
        int count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        if (count > MOST_ENTRIES || length > LONGEST_DIRECTORY) {
            throw new ZipException("more entries than a document has");
        }
        ByteBuffer directory = file.numbersAt(Integer.toUnsignedLong(end.getInt(16)), (int) length);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(directory));
        }
        return new ZipDirectory(file, entries);
    }

    private static ByteBuffer end(Bytes file) throws IOException {
        int length = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = file.numbersAt(file.size() - length, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            boolean fits =
                    tail.getInt(at) == END && Short.toUnsignedInt(tail.getShort(at + 20)) == length - END_LENGTH - at;
            if (fits) {
                return tail.slice(at, END_LENGTH).order(tail.order());
            }
        }
        throw new ZipException("no end of a directory");
    }

    private static Entry entry(ByteBuffer directory) throws IOException {
        int at = directory.position();
        if (directory.remaining() < ENTRY_LENGTH || directory.getInt(at) != ENTRY) {
            throw new ZipException("no entry");
        }
        int name = Short.toUnsignedInt(directory.getShort(at + 28));
        int rest = Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
        if (directory.remaining() < ENTRY_LENGTH + name + rest) {
            throw new EOFException();
        }
        String text = new String(directory.array(), at + ENTRY_LENGTH, name, StandardCharsets.UTF_8);
        directory.position(at + ENTRY_LENGTH + name + rest);
        return new Entry(
                text,
                Short.toUnsignedInt(directory.getShort(at + 10)),
                directory.getInt(at + 20),
                Integer.toUnsignedLong(directory.getInt(at + 42)));
    }

    Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Whether it holds anything below this folder, {@code word/}. */
    boolean hasBelow(String folder) {
        return entries.stream().anyMatch(entry -> entry.name().startsWith(folder));
    }

    /** Whether it holds anything whose name ends so. */
    boolean hasEnding(String ending) {
        return entries.stream().anyMatch(entry -> entry.name().endsWith(ending));
    }

    /**
     * What a file in the archive holds.
     *
     * @param most how many bytes of it are unpacked at most, however many it claims to have
     * @throws IOException when it has more, or cannot be unpacked
     */
    byte[] content(Entry entry, int most) throws IOException {
        ByteBuffer local = file.numbersAt(entry.offset(), LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL || entry.packed() < 0 || entry.packed() > most) {
            throw new ZipException("no such entry");
        }
        long start = entry.offset()
                + LOCAL_LENGTH
                + Short.toUnsignedInt(local.getShort(26))
                + Short.toUnsignedInt(local.getShort(28));
        byte[] packed = file.at(start, entry.packed());
        return entry.stored() ? packed : inflated(entry, packed, most);
    }

    private static byte[] inflated(Entry entry, byte[] packed, int most) throws ZipException {
        if (entry.method() != DEFLATED) {
            throw new ZipException("packed in a way that no document is");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] unpacked = new byte[most];
            int length = inflater.inflate(unpacked);
            if (!inflater.finished()) {
                throw new ZipException("longer than it may be");
            }
            return Arrays.copyOf(unpacked, length);
        } catch (DataFormatException damaged) {
            throw new ZipException(damaged.getMessage());
        } finally {
            inflater.end();
        }
    }
}
