package kcs.progress.rendering;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import kcs.progress.document.Block;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Fact;
import kcs.progress.document.ReportDocument.Section;
import kr.dogfoot.hwpxlib.object.content.section_xml.SectionXMLFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tr;
import kr.dogfoot.hwpxlib.writer.common.ElementWriterSort;

/** Writes what stands in a document, from top to bottom. */
final class HwpxBody {
    private static final String END_OF_SECTION = "</hs:sec>";
    private static final String END_OF_TABLE = "</hp:tbl>";
    private static final List<Integer> FACTS = List.of(1, 3);

    private final HwpxSetup setup;
    private final HwpxXml xml;
    private final Map<String, Integer> rowCounts;
    private final Writer writer;
    private int tables;

    /**
     * @param rowCounts how many rows each table has, by its id: the format says it before the first
     */
    HwpxBody(HwpxSetup setup, HwpxXml xml, Map<String, Integer> rowCounts, Writer writer) {
        this.setup = setup;
        this.xml = xml;
        this.rowCounts = rowCounts;
        this.writer = writer;
    }

    void write(ReportDocument document) throws IOException {
        String beginning = xml.file(ElementWriterSort.Section, setup.section());
        writer.write(beginning.substring(0, beginning.length() - END_OF_SECTION.length()));
        if (!document.subtitle().isBlank()) {
            write(document.subtitle(), HwpxLook.SUBTITLE);
        }
        for (String notice : document.notices()) {
            write(notice, HwpxLook.NOTICE);
        }
        if (!document.facts().isEmpty()) {
            writeFacts(document.facts());
        }
        for (Section section : document.sections()) {
            write(section.title(), HwpxLook.HEADING);
            for (Block block : section.blocks()) {
                write(block);
            }
        }
        writer.write(END_OF_SECTION);
    }

    private void write(Block block) throws IOException {
        if (block instanceof Block.Paragraph paragraph) {
            write(paragraph.text(), HwpxLook.BODY);
        } else if (block instanceof Block.Chart chart) {
            write(chart.title(), HwpxLook.TABLE_TITLE);
            write(chart.summary(), HwpxLook.BODY);
        } else if (block instanceof Block.Table table) {
            write(table.title(), HwpxLook.TABLE_TITLE);
            writeTable(table);
        }
    }

    private void write(String text, HwpxLook look) throws IOException {
        SectionXMLFile paragraphs = new SectionXMLFile();
        setup.text().addTo(paragraphs, text, look);
        for (Para paragraph : paragraphs.paras()) {
            writer.write(xml.element(ElementWriterSort.Para, paragraph));
        }
    }

    private void writeFacts(List<Fact> facts) throws IOException {
        HwpxTable table = new HwpxTable(setup.text(), FACTS);
        String frame = frame(table, facts.size(), false);
        writer.write(beginning(frame));
        for (Fact fact : facts) {
            write(table.fact(fact.label(), fact.value()));
        }
        writer.write(end(frame));
    }

    private void writeTable(Block.Table table) throws IOException {
        int rows = rowCounts.get(table.id());
        if (rows == 0) {
            write(table.whenEmpty(), HwpxLook.BODY);
            return;
        }
        HwpxTable made = new HwpxTable(
                setup.text(), table.columns().stream().map(Column::weight).toList());
        String frame = frame(made, rows + 1, true);
        writer.write(beginning(frame));
        write(made.head(table.columns().stream().map(Column::heading).toList()));
        EachRow.of(table.rows(), row -> write(made.row(row)));
        writer.write(end(frame));
    }

    private void write(Tr row) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("nobody waits for it");
        }
        writer.write(xml.element(ElementWriterSort.Tr, row));
    }

    private String frame(HwpxTable table, int rows, boolean hasHead) {
        tables++;
        return xml.element(ElementWriterSort.Para, table.frame(rows, hasHead, tables));
    }

    private static String beginning(String frame) {
        return frame.substring(0, frame.indexOf(END_OF_TABLE));
    }

    private static String end(String frame) {
        return frame.substring(frame.indexOf(END_OF_TABLE));
    }
}
