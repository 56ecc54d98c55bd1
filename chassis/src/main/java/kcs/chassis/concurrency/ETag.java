package kcs.chassis.concurrency;

import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Entity tags: {@code "<version>-<check sum of the bytes>"}. The check sum tells the variants of one version apart (what
 * a caller may see, language, format); a precondition looks at the version alone.
 */
public final class ETag {

    private ETag() {}

    /** The strong tag of these bytes of this version. */
    public static String of(long version, byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body, 0, body.length);
        return "\"" + version + "-" + HexFormat.of().toHexDigits(sum.getValue(), 8) + "\"";
    }

    /** Whether {@code If-None-Match} names this tag; weak comparison, as RFC 9110 has it. */
    public static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code If-Match} names this version; strong comparison, so that a weak tag never does. */
    static boolean namesVersion(String ifMatch, long version) {
        for (String candidate : ifMatch.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + "-")) {
                return true;
            }
        }
        return false;
    }
}
