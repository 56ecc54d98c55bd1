package kcs.progress.rendering;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import kcs.progress.document.Renderer;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Fact;
import kcs.progress.document.ReportDocument.Section;
import kcs.progress.document.ReportFormat;
import org.dhatim.fastexcel.Worksheet;

/**
 * Reports as workbooks to go on computing with: figures are figures, days are days, a share is a number from 0 to 1 that is
 * shown in percent. The first sheet says what the first page does; each section has a sheet of its own.
 */
@Singleton
class XlsxRenderer implements Renderer {
    private static final int LABEL_WIDTH = 24;
    private static final int VALUE_WIDTH = 80;

    private final int mostRows;

    XlsxRenderer() {
        this(Worksheet.MAX_ROWS);
    }

    /**
     * @param mostRows how many rows a sheet takes; more go on on another
     */
    XlsxRenderer(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.XLSX;
    }

    /** The workbook is ended only when all went well: to end it writes more, which a reader who has gone does not take. */
    @Override
    public void write(ReportDocument document, OutputStream stream) throws IOException {
        XlsxBook book = new XlsxBook(document, stream, mostRows);
        writeFirstSheet(document, book.open(document.title()));
        for (Section section : document.sections()) {
            new XlsxSection(book, section).write();
        }
        book.finish();
    }

    private static void writeFirstSheet(ReportDocument document, XlsxPage page) throws IOException {
        page.sheet().width(0, LABEL_WIDTH);
        page.sheet().width(1, VALUE_WIDTH);
        page.line(document.title(), XlsxLook.TITLE);
        if (!document.subtitle().isBlank()) {
            page.line(document.subtitle(), XlsxLook.SUBTITLE);
        }
        for (String notice : document.notices()) {
            page.line(notice, XlsxLook.NOTICE);
        }
        page.skip();
        for (Fact fact : document.facts()) {
            page.fact(fact.label(), fact.value());
        }
        page.finish();
    }
}
