package kcs.progress.document;

/**
 * Text as every format can hold it. What XML 1.0 forbids is shown as U+FFFD instead of being dropped, so that it is seen
 * that something stood there; all formats say the same, those that could hold more as well.
 */
public final class Legible {
    private static final char REPLACEMENT = '\ufffd';

    private Legible() {}

    /** The same text, with line ends as {@code \n} and without what cannot be written. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    /** Whether nothing has to be looked at twice, as with nearly all. */
    private static boolean isPlain(char character) {
        return character >= 0x20 && character <= 0xd7ff || character == '\n';
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int character) {
        return character >= 0x20 && character <= 0xd7ff
                || character >= 0xe000 && character <= 0xfffd
                || character >= 0x1_0000
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(character -> mended.appendCodePoint(isXml(character) ? character : REPLACEMENT));
        return mended.toString();
    }
}
