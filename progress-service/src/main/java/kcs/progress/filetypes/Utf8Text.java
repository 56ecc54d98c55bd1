package kcs.progress.filetypes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether what passes by is text in UTF-8: well formed, and without characters that no text file has. */
final class Utf8Text {
    private static final int DECODED_AT_ONCE = 8 * 1024;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(DECODED_AT_ONCE);
    /** The beginning of a character that the next part completes: at most three bytes. */
    private byte[] begun = {};

    /** Looks at the next part; false when this is no text. */
    boolean accept(byte[] part) {
        ByteBuffer input = ByteBuffer.allocate(begun.length + part.length)
                .put(begun)
                .put(part)
                .flip();
        CoderResult result;
        do {
            result = decoder.decode(input, decoded, false);
            if (result.isError() || !printable(decoded.flip())) {
                return false;
            }
            decoded.clear();
        } while (result.isOverflow());
        begun = new byte[input.remaining()];
        input.get(begun);
        return true;
    }

    /** Whether the last character is complete. */
    boolean complete() {
        return begun.length == 0;
    }

    private static boolean printable(CharBuffer text) {
        return text.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t' || c == '\n' || c == '\r' || c == '\f');
    }
}
