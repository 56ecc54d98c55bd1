package kcs.progress.drawing;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import kcs.progress.document.Stopped;

/**
 * Where a line may end: after a space, so that Korean words stay whole, and within what is joined by a slash, a hyphen or
 * a middle dot. What is longer than a line is broken anywhere. It is asked for all text of a document, so here is also
 * where the work ends once nobody waits for it.
 */
public class WordBreaks implements FSTextBreaker {
    private static final String JOINTS = "/-·ㆍ‧,_";

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        Stopped.ifSo();
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        while (at < text.length()) {
            at++;
            if (at == text.length() || mayEndBefore(at)) {
                return at;
            }
        }
        return BreakIterator.DONE;
    }

    private boolean mayEndBefore(int index) {
        char before = text.charAt(index - 1);
        char after = text.charAt(index);
        if (before == ' ') {
            return after != ' ';
        }
        return JOINTS.indexOf(before) >= 0 && Character.isLetter(after);
    }
}
