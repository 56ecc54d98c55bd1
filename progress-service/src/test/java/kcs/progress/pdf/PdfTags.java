package kcs.progress.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The tags of a PDF with what they hold: the document as it is heard. */
final class PdfTags {
    private final Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();

    /**
     * @param type as standard structure types are called: Table, TR, TH, H1
     * @param own its children and the text between them, in their order
     */
    record Tag(String type, PDStructureElement element, List<Object> own) {

        List<Tag> children() {
            return own.stream()
                    .filter(Tag.class::isInstance)
                    .map(Tag.class::cast)
                    .toList();
        }

        /** What is said instead of a picture. */
        String alternative() {
            return element == null ? null : element.getAlternateDescription();
        }

        /** An attribute that is a name, such as the scope of a table's head. */
        String attribute(String name) {
            return element.getCOSObject().getCOSDictionary(COSName.A).getNameAsString(name);
        }

        /** All of that type below it, from the beginning to the end. */
        List<Tag> all(String wanted) {
            List<Tag> found = new ArrayList<>();
            for (Tag child : children()) {
                if (child.type().equals(wanted)) {
                    found.add(child);
                }
                found.addAll(child.all(wanted));
            }
            return found;
        }

        /** What it says, each paragraph on its own line. */
        String text() {
            StringBuilder text = new StringBuilder();
            appendTo(text);
            return text.toString().strip();
        }

        private void appendTo(StringBuilder text) {
            for (Object part : own) {
                if (part instanceof Tag child) {
                    child.appendTo(text);
                } else {
                    text.append(part);
                }
            }
            if (type.equals("P")) {
                text.append('\n');
            }
        }
    }

    private PdfTags() {}

    static Tag of(PDDocument document) throws IOException {
        PdfTags tags = new PdfTags();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> ofPage = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, ofPage));
            tags.texts.put(page.getCOSObject(), ofPage);
        }
        PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
        return new Tag("Root", null, tags.parts(root));
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition letter) {
                text.append(letter.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    private List<Object> parts(PDStructureNode node) {
        List<Object> parts = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                parts.add(new Tag(element.getStructureType(), element, parts(element)));
            } else if (kid instanceof Integer id && node instanceof PDStructureElement element) {
                parts.add(textOf(element.getPage(), id));
            } else if (kid instanceof PDMarkedContentReference reference) {
                parts.add(textOf(reference.getPage(), reference.getMCID()));
            }
        }
        return parts;
    }

    private String textOf(PDPage page, int id) {
        return texts.get(page.getCOSObject()).getOrDefault(id, "");
    }
}
