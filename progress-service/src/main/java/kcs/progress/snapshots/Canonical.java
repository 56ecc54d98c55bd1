package kcs.progress.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON that is the same bytes wherever it is made (RFC 8785), and SHA-256 of bytes. */
final class Canonical {

    private Canonical() {}

    /** The canonical form of a JSON text. */
    static byte[] json(byte[] text) {
        try {
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (IOException failure) {
            throw new UncheckedIOException("no JSON", failure);
        }
    }

    /** In hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
