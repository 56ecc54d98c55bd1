package kcs.progress.rendering;

import kr.dogfoot.hwpxlib.object.common.baseobject.ValueAndUnit;
import kr.dogfoot.hwpxlib.object.content.header_xml.RefList;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign1;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineBreakForLatin;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineBreakForNonLatin;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineSpacingType;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineWrap;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.NumberType1;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.ParaHeadingType;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.ValueUnit1;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.ValueUnit2;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.VerticalAlign1;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.Numbering;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.ParaPr;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.parapr.ParaMargin;

/** Enters how paragraphs look into the lists of a document. */
final class HwpxParagraphs {
    private static final int LINE_SPACING_OF_CELLS = 130;
    private static final int LINE_SPACING = 160;
    private static final int LEVELS = 7;
    private static final String NO_BORDER = "2";

    private HwpxParagraphs() {}

    /** An outline that numbers nothing: whoever writes a title numbers it if it is to be numbered. */
    static String enterOutline(RefList lists) {
        String id = Integer.toString(lists.numberings().count() + 1);
        Numbering outline = lists.numberings().addNew();
        outline.id(id);
        outline.start(0);
        for (byte level = 1; level <= LEVELS; level++) {
            outline.addNewParaHead()
                    .levelAnd(level)
                    .startAnd(1)
                    .alignAnd(HorizontalAlign1.LEFT)
                    .useInstWidthAnd(true)
                    .autoIndentAnd(true)
                    .widthAdjustAnd(0)
                    .textOffsetTypeAnd(ValueUnit1.PERCENT)
                    .textOffsetAnd(50)
                    .numFormatAnd(NumberType1.DIGIT)
                    .charPrIDRefAnd("4294967295")
                    .checkable(false);
        }
        return id;
    }

    /** Enters one look and says by which id it goes. */
    static String enter(RefList lists, HwpxLook look, String outline) {
        ParaPr entry = lists.paraProperties().addNew();
        entry.idAnd(Integer.toString(lists.paraProperties().count() - 1))
                .tabPrIDRefAnd("0")
                .condenseAnd((byte) 0)
                .fontLineHeightAnd(false)
                .snapToGridAnd(false)
                .suppressLineNumbersAnd(false)
                .checked(false);
        entry.createAlign();
        entry.align().horizontalAnd(look.alignment()).vertical(VerticalAlign1.BASELINE);
        entry.createHeading();
        boolean heads = look == HwpxLook.HEADING;
        entry.heading()
                .typeAnd(heads ? ParaHeadingType.OUTLINE : ParaHeadingType.NONE)
                .idRefAnd(heads ? outline : "0")
                .level((byte) 0);
        breakAndSpace(entry, look);
        return entry.id();
    }

    private static void breakAndSpace(ParaPr entry, HwpxLook look) {
        entry.createBreakSetting();
        entry.breakSetting()
                .breakLatinWordAnd(LineBreakForLatin.KEEP_WORD)
                .breakNonLatinWordAnd(LineBreakForNonLatin.BREAK_WORD)
                .widowOrphanAnd(false)
                .keepWithNextAnd(look.staysWithNext())
                .keepLinesAnd(false)
                .pageBreakBeforeAnd(false)
                .lineWrap(LineWrap.BREAK);
        entry.createAutoSpacing();
        entry.autoSpacing().eAsianEngAnd(false).eAsianNum(false);
        entry.createMargin();
        space(entry.margin(), look);
        entry.createLineSpacing();
        entry.lineSpacing()
                .typeAnd(LineSpacingType.PERCENT)
                .valueAnd(isOfCell(look) ? LINE_SPACING_OF_CELLS : LINE_SPACING)
                .unit(ValueUnit2.HWPUNIT);
        entry.createBorder();
        entry.border()
                .borderFillIDRefAnd(NO_BORDER)
                .offsetLeftAnd(0)
                .offsetRightAnd(0)
                .offsetTopAnd(0)
                .offsetBottomAnd(0)
                .connectAnd(false)
                .ignoreMargin(false);
    }

    private static boolean isOfCell(HwpxLook look) {
        return look == HwpxLook.CELL || look == HwpxLook.CELL_FIGURE || look == HwpxLook.CELL_HEADING;
    }

    private static void space(ParaMargin margin, HwpxLook look) {
        margin.createIntent();
        set(margin.intent(), 0);
        margin.createLeft();
        set(margin.left(), 0);
        margin.createRight();
        set(margin.right(), 0);
        margin.createPrev();
        set(margin.prev(), look.spaceBefore());
        margin.createNext();
        set(margin.next(), look.spaceAfter());
    }

    /** Here the format counts in halves of its unit. */
    private static void set(ValueAndUnit place, int space) {
        place.valueAnd(2 * space).unit(ValueUnit2.HWPUNIT);
    }
}
