package kcs.progress.rendering;

import java.util.List;
import java.util.stream.IntStream;
import kcs.progress.document.Cell;
import kr.dogfoot.hwpxlib.object.common.baseobject.LeftRightTopBottom;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.DropCapStyle;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.HeightRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.HorzAlign;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.HorzRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.NumberingType;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TablePageBreak;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TextFlowSide;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TextWrapMethod;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VertAlign;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VertRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VerticalAlign2;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.WidthRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Run;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tc;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tr;

/** Makes a table across the page, row by row. */
final class HwpxTable {
    private static final long ROW_HEIGHT = 1500;
    private static final long SIDE = 283;
    private static final long ABOVE = 141;

    private final HwpxText text;
    private final long[] widths;
    private int rows;

    /**
     * @param weights how wide each column is beside the others
     */
    HwpxTable(HwpxText text, List<Integer> weights) {
        this.text = text;
        this.widths = widths(weights);
    }

    private static long[] widths(List<Integer> weights) {
        long all = weights.stream().mapToLong(weight -> Math.max(1, weight)).sum();
        long[] widths = weights.stream()
                .mapToLong(weight -> HwpxSetup.TEXT_WIDTH * Math.max(1, weight) / all)
                .toArray();
        widths[0] += HwpxSetup.TEXT_WIDTH
                - IntStream.range(0, widths.length).mapToLong(i -> widths[i]).sum();
        return widths;
    }

    /**
     * The paragraph that a table hangs on. It is not set like a character: such a table is never broken at the end of a
     * page.
     *
     * @param rowCount how many rows it will have
     * @param hasHead whether its first row comes again on every page
     * @param id unlike that of any other
     */
    Para frame(int rowCount, boolean hasHead, int id) {
        Para paragraph = text.paragraph(new Para(), HwpxLook.BODY);
        Run run = text.addRun(paragraph, HwpxLook.BODY);
        Table table = run.addNewTable();
        table.idAnd(Integer.toString(id))
                .zOrderAnd(id)
                .numberingTypeAnd(NumberingType.TABLE)
                .textWrapAnd(TextWrapMethod.TOP_AND_BOTTOM)
                .textFlowAnd(TextFlowSide.BOTH_SIDES)
                .lockAnd(false)
                .dropcapstyleAnd(DropCapStyle.None);
        table.pageBreakAnd(TablePageBreak.CELL)
                .repeatHeaderAnd(hasHead)
                .rowCntAnd((short) rowCount)
                .colCntAnd((short) widths.length)
                .cellSpacingAnd(0)
                .borderFillIDRefAnd(text.styles().ruled())
                .noAdjust(false);
        place(table, rowCount);
        run.addNewT();
        return paragraph;
    }

    private static void place(Table table, int rowCount) {
        table.createSZ();
        table.sz()
                .widthAnd((long) HwpxSetup.TEXT_WIDTH)
                .widthRelToAnd(WidthRelTo.ABSOLUTE)
                .heightAnd(ROW_HEIGHT * rowCount)
                .heightRelToAnd(HeightRelTo.ABSOLUTE)
                .protect(false);
        table.createPos();
        table.pos()
                .treatAsCharAnd(false)
                .affectLSpacingAnd(false)
                .flowWithTextAnd(true)
                .allowOverlapAnd(false)
                .holdAnchorAndSOAnd(false)
                .vertRelToAnd(VertRelTo.PARA)
                .horzRelToAnd(HorzRelTo.COLUMN)
                .vertAlignAnd(VertAlign.TOP)
                .horzAlignAnd(HorzAlign.LEFT)
                .vertOffsetAnd(0L)
                .horzOffset(0L);
        table.createOutMargin();
        keep(table.outMargin(), 0, SIDE);
        table.createInMargin();
        keep(table.inMargin(), SIDE, ABOVE);
    }

    private static void keep(LeftRightTopBottom margin, long side, long above) {
        margin.leftAnd(side).rightAnd(side).topAnd(above).bottom(above);
    }

    Tr head(List<String> headings) {
        Tr row = new Tr();
        headings.forEach(heading -> addHeading(row, heading));
        rows++;
        return row;
    }

    Tr row(List<Cell> cells) {
        Tr row = new Tr();
        cells.forEach(cell -> addCell(row, cell));
        rows++;
        return row;
    }

    /** A row whose first cell says what the second is. */
    Tr fact(String label, Cell value) {
        Tr row = new Tr();
        addHeading(row, label);
        addCell(row, value);
        rows++;
        return row;
    }

    private void addHeading(Tr row, String heading) {
        Tc place = add(row, true, text.styles().shaded());
        text.addTo(place.subList(), heading, HwpxLook.CELL_HEADING);
    }

    private void addCell(Tr row, Cell cell) {
        String border = cell instanceof Cell.Light light
                ? text.styles().light(light.health())
                : text.styles().ruled();
        text.addTo(add(row, false, border).subList(), Written.FOR_READING.text(cell), HwpxLook.of(cell));
    }

    private Tc add(Tr row, boolean isHead, String border) {
        int column = row.countOfTc();
        Tc place = row.addNewTc();
        place.nameAnd("")
                .headerAnd(isHead)
                .hasMarginAnd(false)
                .protectAnd(false)
                .editableAnd(false)
                .dirtyAnd(false)
                .borderFillIDRef(border);
        place.createSubList();
        HwpxText.prepare(place.subList(), VerticalAlign2.CENTER);
        place.createCellAddr();
        place.cellAddr().colAddrAnd((short) column).rowAddr((short) rows);
        place.createCellSpan();
        place.cellSpan().colSpanAnd((short) 1).rowSpan((short) 1);
        place.createCellSz();
        place.cellSz().widthAnd(widths[column]).height(ROW_HEIGHT);
        place.createCellMargin();
        keep(place.cellMargin(), SIDE, ABOVE);
        return place;
    }
}
