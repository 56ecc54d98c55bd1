package kcs.progress.rendering;

import static kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign2.CENTER;
import static kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign2.JUSTIFY;
import static kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign2.LEFT;
import static kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign2.RIGHT;

import kcs.progress.document.Cell;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign2;

/** How the paragraphs of an HWPX document look. Sizes and spaces are in hundredths of a point. */
enum HwpxLook {
    TITLE(2000, true, CENTER, 0, 600),
    SUBTITLE(1300, false, CENTER, 0, 600),
    NOTICE(1100, true, LEFT, 200, 200),
    /** Of a section: listed where Hancom Office makes a table of contents. */
    HEADING(1500, true, LEFT, 1800, 600),
    TABLE_TITLE(1200, true, LEFT, 1000, 300),
    BODY(1100, false, JUSTIFY, 0, 300),
    CELL_HEADING(900, true, CENTER, 0, 0),
    CELL(900, false, LEFT, 0, 0),
    CELL_FIGURE(900, false, RIGHT, 0, 0),
    MARGIN(900, false, CENTER, 0, 0);

    private final int size;
    private final boolean bold;
    private final HorizontalAlign2 alignment;
    private final int spaceBefore;
    private final int spaceAfter;

    HwpxLook(int size, boolean bold, HorizontalAlign2 alignment, int spaceBefore, int spaceAfter) {
        this.size = size;
        this.bold = bold;
        this.alignment = alignment;
        this.spaceBefore = spaceBefore;
        this.spaceAfter = spaceAfter;
    }

    /** How a cell looks in a table. */
    static HwpxLook of(Cell cell) {
        return cell instanceof Cell.Number || cell instanceof Cell.Percent ? CELL_FIGURE : CELL;
    }

    int size() {
        return size;
    }

    boolean isBold() {
        return bold;
    }

    HorizontalAlign2 alignment() {
        return alignment;
    }

    int spaceBefore() {
        return spaceBefore;
    }

    int spaceAfter() {
        return spaceAfter;
    }

    /** Running text is set in the serif face of the office; what is looked up in the sans serif one. */
    boolean isRunningText() {
        return this == BODY;
    }

    /** Whether it must not stand alone at the end of a page. */
    boolean staysWithNext() {
        return this == HEADING || this == TABLE_TITLE;
    }
}
