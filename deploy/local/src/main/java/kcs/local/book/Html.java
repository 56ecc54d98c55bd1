package kcs.local.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as HTML: nothing in it is taken for markup, and what is Korean says so to whoever reads it aloud. */
final class Html {
    /** Korean words with what stands between them. */
    private static final Pattern KOREAN = Pattern.compile("[가-힣](?:[가-힣0-9·, ]*[가-힣])?");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A sentence of a document: {@code `code`} becomes code, Korean is marked as Korean. */
    static String prose(String text) {
        String safe = escaped(text);
        Matcher code = CODE.matcher(safe);
        StringBuilder html = new StringBuilder();
        int end = 0;
        while (code.find()) {
            html.append(korean(safe.substring(end, code.start())));
            html.append("<code>").append(code.group(1)).append("</code>");
            end = code.end();
        }
        return html.append(korean(safe.substring(end))).toString();
    }

    static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    static String link(String address, String html) {
        return "<a href=\"" + escaped(address) + "\">" + html + "</a>";
    }

    /** A heading that can be pointed at. */
    static String heading(int level, String id, String html) {
        return "<h%d id=\"%s\">%s <a class=\"anchor\" href=\"#%s\" aria-label=\"link to this place\">#</a></h%d>\n"
                .formatted(level, id, html, id, level);
    }

    private static String korean(String escaped) {
        return KOREAN.matcher(escaped).replaceAll("<span lang=\"ko\">$0</span>");
    }
}
