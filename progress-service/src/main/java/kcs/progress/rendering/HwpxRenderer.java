package kcs.progress.rendering;

import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Block;
import kcs.progress.document.Renderer;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportFormat;
import kr.dogfoot.hwpxlib.commonstrings.ZipEntryName;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.writer.common.ElementWriterSort;

/**
 * Reports as HWPX (KS X 6101), the format that public agencies in Korea exchange documents in. The same report is the same
 * file, byte by byte.
 */
@Singleton
class HwpxRenderer implements Renderer {
    /** What a word processor can still be expected to open, some 500 pages. */
    private static final int MOST_ROWS = 20_000;

    /** Always the same, so that the file is. Of a time before 1980 and of its first moment Java would add a field. */
    private static final LocalDateTime TIME = LocalDateTime.of(1981, 1, 1, 0, 0);

    @Override
    public ReportFormat format() {
        return ReportFormat.HWPX;
    }

    @Override
    public OptionalInt mostRows() {
        return OptionalInt.of(MOST_ROWS);
    }

    /**
     * Writes a document; the stream is left open.
     *
     * @throws ProblemException 422 when it has more rows than a word processor is for; nothing has been written then
     */
    @Override
    public void write(ReportDocument document, OutputStream stream) throws IOException {
        Map<String, Integer> rowCounts = count(document);
        HwpxSetup setup = new HwpxSetup(document);
        HwpxXml xml = new HwpxXml();
        ZipOutputStream archive = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        writeType(archive);
        writeFrame(setup.file(), xml, archive);
        begin(archive, "Contents/section0.xml");
        Writer writer = new BufferedWriter(new OutputStreamWriter(archive, StandardCharsets.UTF_8));
        new HwpxBody(setup, xml, rowCounts, writer).write(document);
        writer.flush();
        archive.closeEntry();
        archive.finish();
    }

    /** The format says how many rows a table has before the first of them. */
    private static Map<String, Integer> count(ReportDocument document) {
        int[] all = new int[1];
        Map<String, Integer> counts = new HashMap<>();
        document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .forEach(table -> {
                    int before = all[0];
                    table.rows().forEach(row -> {
                        all[0]++;
                        if (all[0] > MOST_ROWS) {
                            throw new ProblemException(422, "report-too-large").with("maxRows", MOST_ROWS);
                        }
                    });
                    counts.put(table.id(), all[0] - before);
                });
        return counts;
    }

    /** By its first entry, which is not packed, programs know what the file is. */
    private static void writeType(ZipOutputStream archive) throws IOException {
        byte[] type = ReportFormat.HWPX.mediaType().getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry entry = entry(ZipEntryName.MineType);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        archive.putNextEntry(entry);
        archive.write(type);
        archive.closeEntry();
    }

    private static void writeFrame(HWPXFile file, HwpxXml xml, ZipOutputStream archive) throws IOException {
        put(archive, ZipEntryName.Version, xml.file(ElementWriterSort.Version, file.versionXMLFile()));
        put(archive, ZipEntryName.Manifest, xml.file(ElementWriterSort.Manifest, file.manifestXMLFile()));
        put(archive, ZipEntryName.Container, xml.file(ElementWriterSort.Container, file.containerXMLFile()));
        put(archive, "Contents/content.hpf", xml.file(ElementWriterSort.Content, file.contentHPFFile()));
        put(archive, "Contents/header.xml", xml.file(ElementWriterSort.Header, file.headerXMLFile()));
        put(archive, "settings.xml", xml.file(ElementWriterSort.Settings, file.settingsXMLFile()));
    }

    private static void put(ZipOutputStream archive, String name, String text) throws IOException {
        begin(archive, name);
        archive.write(text.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }

    private static void begin(ZipOutputStream archive, String name) throws IOException {
        archive.putNextEntry(entry(name));
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }
}
