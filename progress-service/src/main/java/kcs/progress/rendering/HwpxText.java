package kcs.progress.rendering;

import kcs.progress.document.Legible;
import kr.dogfoot.hwpxlib.object.content.section_xml.ParaListCore;
import kr.dogfoot.hwpxlib.object.content.section_xml.SubList;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.LineWrapMethod;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TextDirection;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VerticalAlign2;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Run;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.T;

/** Makes paragraphs. Where lines of text break, a paragraph ends. */
final class HwpxText {
    private static final String PLAIN_STYLE = "0";

    private final HwpxStyles styles;

    HwpxText(HwpxStyles styles) {
        this.styles = styles;
    }

    HwpxStyles styles() {
        return styles;
    }

    /** As many paragraphs as the text has lines, at least one. */
    void addTo(ParaListCore list, String text, HwpxLook look) {
        for (String line : Legible.text(text).split("\n", -1)) {
            fill(addRun(paragraph(list.addNewPara(), look), look), line);
        }
    }

    /** A paragraph that looks so and has nothing in it yet. */
    Para paragraph(Para paragraph, HwpxLook look) {
        return paragraph
                .idAnd("0")
                .paraPrIDRefAnd(styles.paragraph(look))
                .styleIDRefAnd(PLAIN_STYLE)
                .pageBreakAnd(false)
                .columnBreakAnd(false)
                .mergedAnd(false);
    }

    Run addRun(Para paragraph, HwpxLook look) {
        Run run = paragraph.addNewRun();
        run.charPrIDRef(styles.characters(look));
        return run;
    }

    /** A tab is an element of its own. */
    void fill(Run run, String line) {
        T text = run.addNewT();
        int start = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
            text.addNewText().text(line.substring(start, tab));
            text.addNewTab();
            start = tab + 1;
        }
        if (start == 0) {
            text.addText(line);
        } else {
            text.addNewText().text(line.substring(start));
        }
    }

    /** What is needed of a list of paragraphs that stands somewhere else than in the running text. */
    static void prepare(SubList list, VerticalAlign2 alignment) {
        list.idAnd("")
                .textDirectionAnd(TextDirection.HORIZONTAL)
                .lineWrapAnd(LineWrapMethod.BREAK)
                .vertAlignAnd(alignment)
                .linkListIDRefAnd("0")
                .linkListNextIDRefAnd("0")
                .textWidthAnd(0)
                .textHeightAnd(0)
                .hasTextRefAnd(false)
                .hasNumRef(false);
    }
}
