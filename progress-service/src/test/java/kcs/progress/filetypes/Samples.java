package kcs.progress.filetypes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files of all kinds, those that are taken and others. */
public final class Samples {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private Samples() {}

    public static byte[] pdf() {
        return "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] png() {
        return "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] jpeg() {
        return "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] exe() {
        return "MZ\u0090\u0000\u0003\u0000\u0000\u0000".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] csv() {
        return "\ufeff지표,값\n통관 소요,3.5\n".getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] docx() {
        return office("wordprocessingml.document.main+xml", "word/document.xml");
    }

    public static byte[] xlsx() {
        return office("spreadsheetml.sheet.main+xml", "xl/workbook.xml");
    }

    public static byte[] pptx() {
        return office("presentationml.presentation.main+xml", "ppt/presentation.xml");
    }

    public static byte[] office(String mainType, String... parts) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", contentTypes("/" + parts[0], OFFICE + mainType));
        for (String part : parts) {
            entries.put(part, "<part/>");
        }
        return zip(entries);
    }

    private static String contentTypes(String part, String type) {
        return "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"" + part
                + "\" ContentType=\"" + type + "\"/></Types>";
    }

    /** Written as a stream: local headers do not say how long what follows is. */
    public static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    public static byte[] hwpx() {
        return typed("application/hwp+zip");
    }

    /** An archive that begins with its type, as HWPX, ODF and EPUB do. */
    public static byte[] typed(String mediaType) {
        byte[] type = mediaType.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        first.setCrc(sum.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("Contents/content.hpf"));
            zip.write("<package/>".getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    public static byte[] hwp() {
        return compound(Map.of("FileHeader", signature(), "DocInfo", new byte[5000]));
    }

    static byte[] signature() {
        byte[] header = new byte[256];
        byte[] signature = "HWP Document File".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(signature, 0, header, 0, signature.length);
        return header;
    }

    /** A compound file as somebody else's program writes it. */
    public static byte[] compound(Map<String, byte[]> streams) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
                file.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            file.writeFilesystem(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
