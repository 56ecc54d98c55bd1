package kcs.progress.rendering;

import java.io.IOException;
import java.io.OutputStream;
import kcs.progress.document.Legible;
import kcs.progress.document.ReportDocument;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook that opens one sheet after the other; fastexcel can have only one of them on its way. */
final class XlsxBook {
    private static final String PROGRAM = "KCS";
    private static final String PROGRAM_VERSION = "1.0";
    private static final int MARGIN_SIZE = 9;

    /** Excel takes 255 characters, codes for font and place among them, and ampersands twice. */
    private static final int LONGEST_HEADER = 100;

    private final Workbook workbook;
    private final SheetNames names = new SheetNames();
    private final XlsxText text;
    private final String header;
    private final int mostRows;

    XlsxBook(ReportDocument document, OutputStream stream, int mostRows) {
        this.workbook = new Workbook(stream, PROGRAM, PROGRAM_VERSION);
        this.text = new XlsxText(document.language());
        this.header = header(document.header());
        this.mostRows = mostRows;
        workbook.setGlobalDefaultFont(XlsxLook.FONT, XlsxLook.SIZE);
        workbook.properties().setTitle(Legible.text(document.title()));
    }

    /** To Excel an ampersand begins a code. */
    private static String header(String header) {
        return Cut.to(Legible.text(header).replace('\n', ' '), LONGEST_HEADER).replace("&", "&&");
    }

    /** How many rows a sheet takes. */
    int mostRows() {
        return mostRows;
    }

    XlsxPage open(String name) {
        Worksheet sheet = workbook.newWorksheet(names.of(name));
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.header(header, Position.CENTER, XlsxLook.FONT, MARGIN_SIZE);
        sheet.footer("&P / &N", Position.CENTER, XlsxLook.FONT, MARGIN_SIZE);
        return new XlsxPage(sheet, text);
    }

    /** Ends the file; the stream is left open. */
    void finish() throws IOException {
        workbook.finish();
    }
}
