package kcs.progress.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import kcs.progress.document.Renderer;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportFormat;
import kcs.progress.document.Stopped;
import kcs.progress.drawing.Typefaces;
import kcs.progress.drawing.WordBreaks;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes reports as PDF/A-2a and PDF/UA-1. Nothing is fetched: a document holds no address, and every one would be
 * refused.
 *
 * <p>A document is made in memory before its first byte is written, so a problem is still answered as one, and a slow
 * reader keeps nobody from the {@link PdfDesk}. When its reader goes away the thread is interrupted, which ends the work
 * at the next piece of text that is laid out.
 */
@Singleton
class PdfRenderer implements Renderer {
    private static final String FAMILY = "Pretendard GOV";

    private final PdfDesk desk;
    private final PdfSettings settings;
    private final Typefaces typefaces = new Typefaces();
    private final String style = style();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PdfRenderer(PdfDesk desk, PdfSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.PDF;
    }

    @Override
    public OptionalInt mostRows() {
        return OptionalInt.of(settings.maxRows());
    }

    /**
     * {@inheritDoc}
     *
     * @throws kcs.chassis.problem.ProblemException 422 when the tables have more rows than a PDF may, 503 when too many
     *     documents are being made; nothing is written then
     */
    @Override
    public void write(ReportDocument document, OutputStream stream) throws IOException {
        TableRows rows = TableRows.of(document, settings.maxRows());
        ByteArrayOutputStream pdf = desk.serve(rows.count(), () -> make(document, rows));
        pdf.writeTo(stream);
        stream.flush();
    }

    private ByteArrayOutputStream make(ReportDocument report, TableRows rows) throws IOException {
        try {
            return make(report, rows, typefaces.pair());
        } catch (Stopped stopped) {
            throw (IOException) new InterruptedIOException("nobody waits for it").initCause(stopped);
        }
    }

    private ByteArrayOutputStream make(ReportDocument report, TableRows rows, Typefaces.Pair pair) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument file = new PDDocument()) {
            draw(new Pages(report, Script.of(report.language(), pair), rows), file, pair);
            Tags.tidy(file);
            Stopped.ifSo();
            file.save(pdf);
        }
        return pdf;
    }

    /** Only what was drawn is left afterwards: laid out, a document is as large again as the file. */
    private void draw(Pages pages, PDDocument file, Typefaces.Pair pair) throws IOException {
        try (PdfBoxRenderer renderer = renderer(pages, file, pair)) {
            renderer.layout();
            Stopped.ifSo();
            renderer.createPDFWithoutClosing();
        }
    }

    private PdfBoxRenderer renderer(Pages pages, PDDocument file, Typefaces.Pair pair) {
        return new PdfRendererBuilder()
                .usePDDocument(file)
                .usePageSupplier((document, width, height, page, shadow) -> Looks.page(document, width, height))
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useFont(embedded(file, pair.regular()), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(embedded(file, pair.bold()), FAMILY, 700, FontStyle.NORMAL, true)
                .useUnicodeLineBreaker(new WordBreaks())
                .useObjectDrawerFactory(pages.drawings())
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUriResolver((base, address) -> null)
                .withW3cDocument(pages.lay(style), null)
                .buildPdfRenderer();
    }

    /** The typeface as part of a file, of which only what the file uses is kept. */
    private static PDFontSupplier embedded(PDDocument file, TrueTypeFont typeface) {
        return new PDFontSupplier(null) {
            @Override
            public PDType0Font supply() {
                try {
                    return PDType0Font.load(file, typeface, true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static String style() {
        try (InputStream file = PdfRenderer.class.getResourceAsStream("/pdf/report.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
