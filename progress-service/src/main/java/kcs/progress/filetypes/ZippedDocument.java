package kcs.progress.filetypes;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells the documents that are zip archives from each other and from all other archives. */
final class ZippedDocument {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int LONGEST_CONTENT_TYPES = 1 << 20;

    /** Of what a package of Office's (ECMA-376) mainly is, and the folder that this kind keeps its parts in. */
    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            FileType.DOCX.mediaType() + ".main+xml", FileType.DOCX,
            FileType.XLSX.mediaType() + ".main+xml", FileType.XLSX,
            FileType.PPTX.mediaType() + ".main+xml", FileType.PPTX);

    private static final Map<FileType, String> FOLDERS =
            Map.of(FileType.DOCX, "word/", FileType.XLSX, "xl/", FileType.PPTX, "ppt/");

    private ZippedDocument() {}

    /**
     * What kind of document an archive is; empty when it is another archive, or one with macros.
     *
     * @throws IOException when the archive cannot be read
     */
    static Optional<FileType> typeOf(Bytes file) throws IOException {
        ZipDirectory archive = ZipDirectory.of(file);
        return isHwpx(archive) ? Optional.of(FileType.HWPX) : officeType(archive);
    }

    /** HWPX (KS X 6101) begins, as EPUB and ODF do, with its type for everyone to read. */
    private static boolean isHwpx(ZipDirectory archive) throws IOException {
        Optional<ZipDirectory.Entry> type = archive.entry("mimetype");
        if (type.isEmpty() || type.get().offset() != 0 || !type.get().stored()) {
            return false;
        }
        byte[] name = archive.content(type.get(), 100);
        return new String(name, StandardCharsets.US_ASCII).strip().equals(FileType.HWPX.mediaType());
    }

    private static Optional<FileType> officeType(ZipDirectory archive) throws IOException {
        Optional<ZipDirectory.Entry> types = archive.entry(CONTENT_TYPES);
        if (types.isEmpty() || archive.hasEnding("vbaProject.bin")) {
            return Optional.empty();
        }
        Set<String> parts = contentTypes(archive.content(types.get(), LONGEST_CONTENT_TYPES));
        return MAIN_PARTS.entrySet().stream()
                .filter(main -> parts.contains(main.getKey()))
                .map(Map.Entry::getValue)
                .filter(type -> archive.hasBelow(FOLDERS.get(type)))
                .findFirst();
    }

    private static Set<String> contentTypes(byte[] xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> types = new HashSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == START_ELEMENT && reader.getAttributeValue(null, "ContentType") != null) {
                    types.add(reader.getAttributeValue(null, "ContentType"));
                }
            }
        } catch (XMLStreamException damaged) {
            throw new ZipException(damaged.getMessage());
        }
        return types;
    }
}
