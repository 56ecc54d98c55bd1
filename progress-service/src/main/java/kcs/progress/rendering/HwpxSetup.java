package kcs.progress.rendering;

import kcs.progress.document.Legible;
import kcs.progress.document.ReportDocument;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.context_hpf.MetaData;
import kr.dogfoot.hwpxlib.object.content.section_xml.SectionXMLFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.SubList;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.ApplyPageType;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.NumType;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.NumberType2;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VerticalAlign2;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Run;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.ctrl.AutoNum;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.ctrl.Footer;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.ctrl.Header;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.secpr.pagepr.PageMargin;
import kr.dogfoot.hwpxlib.tool.blankfilemaker.BlankFileMaker;

/**
 * What a document is before anything is written in it: A4 upright, with what stands at the head and the foot of each page.
 * Lengths are in 1/7200 inch.
 */
final class HwpxSetup {
    private static final int PAGE_WIDTH = 59_528;
    private static final int SIDE_MARGIN = 5_669;
    static final int TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN;

    private final HWPXFile file = BlankFileMaker.make();
    private final HwpxText text;

    HwpxSetup(ReportDocument document) {
        this.text = new HwpxText(new HwpxStyles(file.headerXMLFile().refList()));
        describe(document);
        Para first = file.sectionXMLFileList().get(0).getPara(0);
        setUp(first, document);
    }

    HWPXFile file() {
        return file;
    }

    HwpxText text() {
        return text;
    }

    /** The section with its first paragraph, in which the title stands. */
    SectionXMLFile section() {
        return file.sectionXMLFileList().get(0);
    }

    /** The blank document says when it was made; the same report is to be the same file. */
    private void describe(ReportDocument document) {
        file.contentHPFFile().createMetaData();
        MetaData description = file.contentHPFFile().metaData();
        description.createTitle();
        description.title().addText(Legible.text(document.title()).replace('\n', ' '));
        description.createLanguage();
        description.language().addText(document.language());
    }

    /** Where its lines break is left to whoever opens it: those of the blank document are no longer right. */
    private void setUp(Para first, ReportDocument document) {
        first.removeLineSegArray();
        text.paragraph(first, HwpxLook.TITLE);
        Run settings = first.getRun(0);
        PageMargin margin = settings.secPr().pagePr().margin();
        margin.left(SIDE_MARGIN);
        margin.right(SIDE_MARGIN);
        addHeader(settings, document.header());
        addFooter(settings);
        String title = Legible.text(document.title()).replace('\n', ' ');
        text.fill(text.addRun(first, HwpxLook.TITLE), title);
    }

    private void addHeader(Run settings, String line) {
        Header header = settings.addNewCtrl().addNewHeader();
        header.idAnd("1").applyPageType(ApplyPageType.BOTH);
        header.createSubList();
        HwpxText.prepare(header.subList(), VerticalAlign2.TOP);
        text.addTo(header.subList(), line, HwpxLook.MARGIN);
    }

    private void addFooter(Run settings) {
        Footer footer = settings.addNewCtrl().addNewFooter();
        footer.idAnd("2").applyPageType(ApplyPageType.BOTH);
        footer.createSubList();
        SubList list = footer.subList();
        HwpxText.prepare(list, VerticalAlign2.BOTTOM);
        Para paragraph = text.paragraph(list.addNewPara(), HwpxLook.MARGIN);
        Run run = text.addRun(paragraph, HwpxLook.MARGIN);
        text.fill(run, "- ");
        AutoNum number = run.addNewCtrl().addNewAutoNum();
        number.numAnd(1).numType(NumType.PAGE);
        number.createAutoNumFormat();
        number.autoNumFormat()
                .typeAnd(NumberType2.DIGIT)
                .userCharAnd("")
                .prefixCharAnd("")
                .suffixCharAnd("")
                .supscript(false);
        text.fill(run, " -");
    }
}
