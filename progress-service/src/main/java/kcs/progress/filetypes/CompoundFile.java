package kcs.progress.filetypes;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A compound file (MS-CFB, "OLE2"), as far as it takes to read the beginning of one of its streams: the header, the
 * directory, the allocation tables. HWP 5 is kept in one, and so are the old binary formats of Office.
 */
final class CompoundFile {
    private static final int HEADER_LENGTH = 512;
    private static final int TABLES_IN_HEADER = 109;
    private static final int ENTRY_LENGTH = 128;
    private static final int STREAM = 2;
    /** Streams shorter than this are kept in the small sectors. */
    private static final int SMALL = 4096;

    private static final int SMALL_SECTOR = 64;
    /** How far a chain is followed: 4,096 entries of a directory, half a MiB of small sectors. It ends circles. */
    private static final int MOST_STEPS = 1024;

    private final Bytes file;
    private final ByteBuffer header;
    private final int sectorLength;

    /** @throws IOException when the header cannot be read */
    CompoundFile(Bytes file) throws IOException {
        this.file = file;
        this.header = file.numbersAt(0, HEADER_LENGTH);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new StreamCorruptedException("no such sectors");
        }
        this.sectorLength = 1 << shift;
    }

    /**
     * The beginning of a stream of the root.
     *
     * @param length how much of it; not more than a small sector has, 64
     * @throws IOException when there is none of that name and length, or the file cannot be read
     */
    byte[] beginning(String name, int length) throws IOException {
        ByteBuffer root = null;
        int sector = header.getInt(48);
        for (int step = 0; sector >= 0 && step < MOST_STEPS; step++) {
            for (int at = 0; at < sectorLength; at += ENTRY_LENGTH) {
                ByteBuffer entry = file.numbersAt(place(sector) + at, ENTRY_LENGTH);
                root = root == null ? entry : root;
                if (entry.get(66) == STREAM && name.equals(name(entry))) {
                    return beginning(root, entry, length);
                }
            }
            sector = next(sector);
        }
        throw new StreamCorruptedException("no such stream");
    }

    private byte[] beginning(ByteBuffer root, ByteBuffer entry, int length) throws IOException {
        int start = entry.getInt(116);
        long size = Integer.toUnsignedLong(entry.getInt(120));
        if (size < length || start < 0) {
            throw new EOFException();
        }
        return size < SMALL ? inSmallSectors(root, start, length) : file.at(place(start), length);
    }

    /** The small sectors stand one after the other in the stream of the root. */
    private byte[] inSmallSectors(ByteBuffer root, int smallSector, int length) throws IOException {
        long offset = (long) smallSector * SMALL_SECTOR;
        if (offset / sectorLength > MOST_STEPS) {
            throw new StreamCorruptedException("too far away");
        }
        int sector = root.getInt(116);
        for (long skip = offset / sectorLength; skip > 0; skip--) {
            sector = next(sector);
        }
        return file.at(place(sector) + offset % sectorLength, length);
    }

    private static String name(ByteBuffer entry) {
        int length = Math.max(0, Math.min(64, entry.getShort(64)) - 2);
        return new String(entry.array(), 0, length, StandardCharsets.UTF_16LE);
    }

    private long place(int sector) throws StreamCorruptedException {
        long place = (sector + 1L) * sectorLength;
        if (sector < 0 || place >= file.size()) {
            throw new StreamCorruptedException("no such sector");
        }
        return place;
    }

    /** The sector that comes after another one; negative at the end. */
    private int next(int sector) throws IOException {
        int inTable = sectorLength / Integer.BYTES;
        long place = place(table(sector / inTable)) + (long) (sector % inTable) * Integer.BYTES;
        return file.numbersAt(place, Integer.BYTES).getInt();
    }

    /** Where the n-th allocation table stands: the first 109 are named by the header, the others by a chain of lists. */
    private int table(int n) throws IOException {
        if (n < TABLES_IN_HEADER) {
            return header.getInt(76 + n * Integer.BYTES);
        }
        int inList = sectorLength / Integer.BYTES - 1;
        int list = header.getInt(68);
        for (int skip = (n - TABLES_IN_HEADER) / inList; skip > 0; skip--) {
            list = file.numbersAt(place(list) + (long) inList * Integer.BYTES, Integer.BYTES)
                    .getInt();
        }
        long place = place(list) + (long) ((n - TABLES_IN_HEADER) % inList) * Integer.BYTES;
        return file.numbersAt(place, Integer.BYTES).getInt();
    }
}
