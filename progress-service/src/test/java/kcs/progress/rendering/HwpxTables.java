package kcs.progress.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.ParaListCore;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Run;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.RunItem;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.T;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.TItem;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tr;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.t.NormalText;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.t.Tab;
import kr.dogfoot.hwpxlib.reader.HWPXReader;

/** The tables of a report in HWPX, read by hwpxlib. */
public final class HwpxTables {

    private HwpxTables() {}

    /** The facts first, then every table that has rows, its headings above. */
    public static List<List<List<String>>> of(byte[] file) {
        List<List<List<String>>> tables = new ArrayList<>();
        for (Table table : objects(opened(file))) {
            tables.add(list(table.trs()).stream().map(HwpxTables::line).toList());
        }
        return tables;
    }

    static HWPXFile opened(byte[] file) {
        try {
            Path place = Files.createTempFile("report", ".hwpx");
            try {
                Files.write(place, file);
                return HWPXReader.fromFile(place.toFile());
            } finally {
                Files.delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    static List<Table> objects(HWPXFile file) {
        List<Table> tables = new ArrayList<>();
        for (Para paragraph : file.sectionXMLFileList().get(0).paras()) {
            for (Run run : paragraph.runs()) {
                for (RunItem item : list(run.runItems())) {
                    if (item instanceof Table table) {
                        tables.add(table);
                    }
                }
            }
        }
        return tables;
    }

    /** The paragraphs of a list, one line each. */
    static String text(ParaListCore paragraphs) {
        return list(paragraphs.paras()).stream().map(HwpxTables::text).collect(Collectors.joining("\n"));
    }

    private static List<String> line(Tr row) {
        return list(row.tcs()).stream().map(place -> text(place.subList())).toList();
    }

    private static String text(Para paragraph) {
        StringBuilder text = new StringBuilder();
        for (Run run : paragraph.runs()) {
            for (RunItem item : list(run.runItems())) {
                if (item instanceof T piece) {
                    append(text, piece);
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, T piece) {
        if (piece.isOnlyText()) {
            text.append(piece.onlyText() == null ? "" : piece.onlyText());
            return;
        }
        for (TItem item : list(piece.items())) {
            if (item instanceof NormalText normal) {
                text.append(normal.text());
            } else if (item instanceof Tab) {
                text.append('\t');
            }
        }
    }

    private static <X> List<X> list(Iterable<X> items) {
        return items == null
                ? List.of()
                : StreamSupport.stream(items.spliterator(), false).toList();
    }
}
