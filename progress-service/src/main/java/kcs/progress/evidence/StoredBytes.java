package kcs.progress.evidence;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.UUID;
import kcs.progress.filetypes.Bytes;

/** A file that was written, to be looked into; the chunk that was read last is at hand. */
final class StoredBytes implements Bytes {
    private final EvidenceStore files;
    private final UUID id;
    private final long size;
    private int readNo = -1;
    private byte[] read = {};

    StoredBytes(EvidenceStore files, UUID id, long size) {
        this.files = files;
        this.id = id;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] at(long offset, int length) throws EOFException {
        if (offset < 0 || length < 0 || offset + length > size) {
            throw new EOFException();
        }
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            long place = offset + part.position();
            byte[] chunk = chunk((int) (place / EvidenceStore.CHUNK));
            int from = (int) (place % EvidenceStore.CHUNK);
            part.put(chunk, from, Math.min(part.remaining(), chunk.length - from));
        }
        return part.array();
    }

    private byte[] chunk(int no) throws EOFException {
        if (no != readNo) {
            read = files.chunk(id, no).orElseThrow(EOFException::new);
            readNo = no;
        }
        return read;
    }
}
