package kcs.progress.filetypes;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file that can be read anywhere, so that what stands at its end is found without reading what is before. */
public interface Bytes {

    /** How long it is. */
    long size();

    /**
     * A part of it.
     *
     * @throws EOFException when not all of the part is in the file
     */
    byte[] at(long offset, int length) throws EOFException;

    /** A part of it, to be read as numbers whose lowest byte comes first. */
    default ByteBuffer numbersAt(long offset, int length) throws EOFException {
        return ByteBuffer.wrap(at(offset, length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
