package kcs.local;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Lets through only paths that can be read in one way. A path that one reader normalises and another does not is how
 * what is closed at the front is opened behind it; none of our own addresses needs one.
 */
final class SafePath {
    private static final String PLAIN = "-._~!$&'()*+,=:@/";

    private SafePath() {}

    /** Returns the path of a request target, exactly as it was sent, if there is only one way to read it. */
    static Optional<String> of(String target) {
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        if (!path.startsWith("/") || path.contains("//") || hasDotSegment(path) || !hasPlainCharacters(path)) {
            return Optional.empty();
        }
        return Optional.of(path);
    }

    private static boolean hasDotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPlainCharacters(String path) {
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '%') {
                if (!isEncodedNonAscii(path, i)) {
                    return false;
                }
                i += 2;
            } else if (!isPlain(character)) {
                return false;
            }
        }
        return true;
    }

    /** Letters of other scripts have to be encoded, and so may a space be; nothing that has a meaning of its own. */
    private static boolean isEncodedNonAscii(String path, int percent) {
        if (percent + 2 >= path.length()
                || !HexFormat.isHexDigit(path.charAt(percent + 1))
                || !HexFormat.isHexDigit(path.charAt(percent + 2))) {
            return false;
        }
        int value = HexFormat.fromHexDigits(path, percent + 1, percent + 3);
        return value >= 0x80 || value == ' ';
    }

    private static boolean isPlain(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || PLAIN.indexOf(character) >= 0;
    }
}
