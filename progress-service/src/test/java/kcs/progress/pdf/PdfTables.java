package kcs.progress.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads tables back out of a PDF by its tags, as a screen reader does. */
public final class PdfTables {

    private PdfTables() {}

    /**
     * All tables in the order of the document, the facts of the first page first: of each its rows, with those of its
     * head, and of each row its cells. Cells are stripped; their line breaks are kept where the text had some, not where
     * it was merely too long for its column.
     */
    public static List<List<List<String>>> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<List<List<String>>> tables = new ArrayList<>();
            for (PdfTags.Tag table : PdfTags.of(document).all("Table")) {
                tables.add(table.all("TR").stream()
                        .map(row ->
                                row.children().stream().map(PdfTags.Tag::text).toList())
                        .toList());
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
