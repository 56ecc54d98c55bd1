package kcs.progress.rendering;

/** Text that is too long for its place, cut so that no character is left by halves. */
final class Cut {

    private Cut() {}

    static String to(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
