package kcs.progress.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kcs.progress.document.Stopped;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * Makes what is heard of a document what is meant. The head of a table is seen on each of its pages, and would be said
 * once for each: only the first is part of the document, the others belong to their pages. Places that hold nothing are
 * no part of it either.
 */
class Tags {
    private static final Set<String> CELLS = Set.of("TH", "TD", "Figure");

    private final PDDocument document;
    private final Map<PDPage, Set<Integer>> repeated = new LinkedHashMap<>();

    private Tags(PDDocument document) {
        this.document = document;
    }

    /** Tidies a document that is drawn and not saved yet. */
    static void tidy(PDDocument document) throws IOException {
        Tags tags = new Tags(document);
        tags.visit(document.getDocumentCatalog().getStructureTreeRoot(), false);
        for (PDPage page : tags.repeated.keySet()) {
            Stopped.ifSo();
            tags.mute(page, tags.repeated.get(page));
        }
    }

    private void visit(PDStructureNode node, boolean inHead) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                visit(element, inHead || "THead".equals(element.getStructureType()));
                if (!CELLS.contains(element.getStructureType())
                        && element.getKids().isEmpty()) {
                    node.removeKid(element);
                }
            } else if (inHead
                    && kid instanceof PDMarkedContentReference reference
                    && node instanceof PDStructureElement head) {
                // What is on an element's first page is no reference but a mere number.
                repeated.computeIfAbsent(reference.getPage(), page -> new HashSet<>())
                        .add(reference.getMCID());
                head.removeKid(reference);
            }
        }
    }

    private void mute(PDPage page, Set<Integer> contents) throws IOException {
        COSArray parents = parents(page);
        contents.forEach(content -> parents.set(content, COSNull.NULL));
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator
                    && operator.getName().equals("BDC")
                    && tokens.get(i - 1) instanceof COSDictionary content
                    && contents.contains(content.getInt(COSName.MCID))) {
                tokens.set(i - 2, COSName.ARTIFACT);
                content.removeItem(COSName.MCID);
                content.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
            }
        }
        PDStream drawn = new PDStream(document);
        try (OutputStream stream = drawn.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(stream).writeTokens(tokens);
        }
        page.setContents(drawn);
    }

    /** Which element each content of a page belongs to, by the content's number. */
    private COSArray parents(PDPage page) {
        COSArray numbers = document.getDocumentCatalog()
                .getStructureTreeRoot()
                .getParentTree()
                .getCOSObject()
                .getCOSArray(COSName.NUMS);
        for (int i = 0; i < numbers.size(); i += 2) {
            if (numbers.getInt(i) == page.getStructParents()) {
                return (COSArray) numbers.getObject(i + 1);
            }
        }
        throw new IllegalStateException("a page without tags");
    }
}
