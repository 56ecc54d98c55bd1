package kcs.progress.rendering;

import java.util.regex.Pattern;
import kcs.progress.document.Legible;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes text into cells: as text, never as a formula, and into the sheet itself. The strings that sheets share would have
 * to be kept in the memory until the end.
 */
final class XlsxText {
    /** What a cell of Excel holds. */
    static final int LONGEST = 32_767;

    private static final String CUT_KO = " … (이하 생략: 엑셀의 한 칸에는 32,767자까지 들어갑니다)";
    private static final String CUT_EN = " … (cut off: a cell of Excel holds 32,767 characters)";

    /** What Excel would read as a character that is named by its number (ECMA-376 part 1, 22.9.2.19). */
    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final String cut;

    /**
     * @param language of the note where text is cut off: {@code ko} or {@code en}
     */
    XlsxText(String language) {
        this.cut = language.equals("ko") ? CUT_KO : CUT_EN;
    }

    void write(Worksheet sheet, int row, int column, String text) {
        String fitting = fitting(Legible.text(text));
        String escaped =
                fitting.contains("_x") ? LIKE_AN_ESCAPE.matcher(fitting).replaceAll("_x005F_") : fitting;
        if (!beginsOrEndsBlank(escaped)) {
            sheet.inlineString(row, column, escaped);
        } else {
            // Only so does fastexcel say that the blanks at the ends belong to it.
            sheet.inlineString(
                    row, column, RichText.builder().run(escaped).end().build());
        }
    }

    private static boolean beginsOrEndsBlank(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }

    private String fitting(String text) {
        return text.length() <= LONGEST ? text : Cut.to(text, LONGEST - cut.length()) + cut;
    }
}
