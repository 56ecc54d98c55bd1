package kcs.progress.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportDocument;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.BorderFill;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Ctrl;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Run;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.ctrl.AutoNum;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.ctrl.Footer;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.ctrl.Header;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tc;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

class HwpxRendererTest {
    private final HwpxRenderer renderer = new HwpxRenderer();

    private byte[] written(ReportDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        renderer.write(document, file);
        return file.toByteArray();
    }

    private static ReportDocument large(int rows) {
        return Samples.of(Samples.columns(), new CountedRows(rows, new CountedRows.CountedStream()));
    }

    @Test
    void saysWhatTheDocumentSays() throws IOException {
        for (ReportDocument document : List.of(Samples.korean(), Samples.english())) {
            assertThat(HwpxTables.of(written(document))).isEqualTo(ModelTables.forReading(document));
        }
    }

    @Test
    void writesTheTextFromTopToBottom() throws IOException {
        HWPXFile file = HwpxTables.opened(written(Samples.english()));

        assertThat(HwpxTables.text(file.sectionXMLFileList().get(0))).isEqualTo("""
                        Collaboration tasks, third quarter 2024
                        부제 & subtitle
                        시연용 자료입니다. Demonstration data.
                        =1+1

                        Task: a/b [1]?
                        첫째 줄 <&>
                        둘째 줄
                        Share
                        Half & half <so far>.
                        By health & more

                        Task
                        =Tasks

                        TASK
                        None
                        해당 없음 / none
                        One column

                        =끝""");
        assertThat(file.contentHPFFile().metaData().title().text())
                .isEqualTo("Collaboration tasks, third quarter 2024");
        assertThat(file.contentHPFFile().metaData().language().text()).isEqualTo("en");
    }

    @Test
    void isAPackageAsTheFormatHasIt() throws Exception {
        byte[] file = written(Samples.korean());

        assertThat(new String(file, 30, 27, StandardCharsets.US_ASCII)).isEqualTo("mimetypeapplication/hwp+zip");
        try (ZipFile archive = ZipFile.builder().setByteArray(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(archive.getEntriesInPhysicalOrder());
            assertThat(parts.get(0).getName()).isEqualTo("mimetype");
            assertThat(parts.get(0).getMethod()).isEqualTo(ZipArchiveEntry.STORED);
            assertThat(archive.getInputStream(parts.get(0))).hasContent("application/hwp+zip");
            assertThat(parts.stream().skip(1).map(ZipArchiveEntry::getName))
                    .containsExactlyInAnyOrder(
                            "version.xml",
                            "META-INF/manifest.xml",
                            "META-INF/container.xml",
                            "Contents/content.hpf",
                            "Contents/header.xml",
                            "Contents/section0.xml",
                            "settings.xml");
            for (ZipArchiveEntry part : parts.subList(1, parts.size())) {
                byte[] xml = archive.getInputStream(part).readAllBytes();
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            }
        }
    }

    @Test
    void drawsTablesAcrossThePageWithHeadsThatComeAgain() throws IOException {
        HWPXFile file = HwpxTables.opened(written(Samples.korean()));
        Set<String> borders = StreamSupport.stream(
                        file.headerXMLFile().refList().borderFills().items().spliterator(), false)
                .map(BorderFill::id)
                .collect(Collectors.toSet());

        for (Table table : HwpxTables.objects(file)) {
            assertThat(table.rowCnt()).isEqualTo((short) table.countOfTr());
            assertThat(table.pos().treatAsChar()).isFalse();
            for (int row = 0; row < table.countOfTr(); row++) {
                assertThat(table.colCnt()).isEqualTo((short) table.getTr(row).countOfTc());
                long width = 0;
                for (Tc place : table.getTr(row).tcs()) {
                    width += place.cellSz().width();
                    assertThat(place.cellAddr().rowAddr()).isEqualTo((short) row);
                    assertThat(borders).contains(place.borderFillIDRef());
                }
                assertThat(width).isEqualTo(table.sz().width()).isEqualTo(HwpxSetup.TEXT_WIDTH);
            }
        }
        Table tasks = HwpxTables.objects(file).get(2);
        assertThat(tasks.repeatHeader()).isTrue();
        assertThat(tasks.getTr(0).tcs())
                .allSatisfy(place -> assertThat(place.header()).isTrue());
        assertThat(tasks.getTr(1).tcs())
                .noneSatisfy(place -> assertThat(place.header()).isTrue());
    }

    @Test
    void entersEveryLookThatItNames() throws IOException {
        HWPXFile file = HwpxTables.opened(written(Samples.korean()));
        var lists = file.headerXMLFile().refList();

        for (int index = 0; index < lists.charProperties().count(); index++) {
            assertThat(lists.charProperties().get(index).id()).isEqualTo(Integer.toString(index));
        }
        for (int index = 0; index < lists.paraProperties().count(); index++) {
            assertThat(lists.paraProperties().get(index).id()).isEqualTo(Integer.toString(index));
        }
        for (int index = 0; index < lists.borderFills().count(); index++) {
            assertThat(lists.borderFills().get(index).id()).isEqualTo(Integer.toString(index + 1));
        }
        assertThat(lists.fontfaces().hangulFontface().fonts())
                .extracting("face")
                .contains("함초롬바탕", "맑은 고딕");
    }

    @Test
    void putsTheHeaderAndThePageNumberOnEveryPage() throws IOException {
        Run settings = HwpxTables.opened(written(Samples.korean()))
                .sectionXMLFileList()
                .get(0)
                .getPara(0)
                .getRun(0);
        List<Object> controls = StreamSupport.stream(settings.runItems().spliterator(), false)
                .filter(Ctrl.class::isInstance)
                .map(item -> (Object) ((Ctrl) item).getCtrlItem(0))
                .toList();

        assertThat(controls)
                .filteredOn(Header.class::isInstance)
                .singleElement()
                .satisfies(header ->
                        assertThat(HwpxTables.text(((Header) header).subList())).isEqualTo("Header <&> 2024"));
        assertThat(controls)
                .filteredOn(Footer.class::isInstance)
                .singleElement()
                .satisfies(footer -> {
                    Run run = ((Footer) footer).subList().getPara(0).getRun(0);
                    assertThat(((Ctrl) run.getRunItem(1)).getCtrlItem(0)).isInstanceOf(AutoNum.class);
                });
        assertThat(settings.secPr().pagePr().width()).isEqualTo(59_528);
        assertThat(settings.secPr().pagePr().height()).isEqualTo(84_188);
    }

    @Test
    void isTheSameFileForTheSameReport() throws IOException {
        assertThat(written(Samples.korean())).isEqualTo(written(Samples.korean()));
    }

    @Test
    void refusesWhatNoWordProcessorOpensBeforeItWritesAnything() throws IOException {
        CountedRows.CountedStream stream = new CountedRows.CountedStream();

        assertThatThrownBy(() -> renderer.write(large(20_001), stream))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.slug()).isEqualTo("report-too-large");
                });
        assertThat(stream.bytes()).isZero();

        renderer.write(large(20_000), stream);
        assertThat(stream.bytes()).isPositive();
    }

    @Test
    void writesWhileItReads() throws IOException {
        CountedRows.CountedStream stream = new CountedRows.CountedStream();
        CountedRows rows = new CountedRows(5_000, stream);

        renderer.write(Samples.of(Samples.columns(), rows), stream);

        assertThat(rows.writtenBeforeLast()).isGreaterThan(stream.bytes() * 8 / 10);
        assertThat(stream.isClosed()).isFalse();
    }

    @Test
    void stopsWhenTheReaderHasGone() {
        CountedRows rows = new CountedRows(5_000, new CountedRows.CountedStream());

        assertThatThrownBy(() -> renderer.write(Samples.of(Samples.columns(), rows), new GoneStream(50_000)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(rows.handed()).isBetween(5_000, 7_500);
    }

    @Test
    void stopsWhenItsThreadIsToldTo() {
        CountedRows rows = new CountedRows(5_000, new CountedRows.CountedStream());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> renderer.write(Samples.of(Samples.columns(), rows), new CountedRows.CountedStream()))
                .isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(rows.handed()).isEqualTo(5_000);
    }
}
