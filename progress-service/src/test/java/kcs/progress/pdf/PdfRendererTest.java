package kcs.progress.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.Rows;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfRendererTest {
    private static final PdfRenderer RENDERER = SampleReports.renderer(400);
    private static final byte[] KOREAN = pdf(SampleReports.korean());
    private static final byte[] ENGLISH = pdf(SampleReports.english());

    static Stream<ReportDocument> samples() {
        return Stream.of(SampleReports.korean(), SampleReports.english());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsToTheStandardsOfArchivesAndOfAccessibility(ReportDocument report) throws Exception {
        byte[] pdf = sample(report);

        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void writesAReportOfNothingAsWell() throws Exception {
        byte[] pdf = pdf(new ReportDocument("ko", "빈 보고서", "", List.of(), List.of(), "", List.of()));

        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(PdfTables.of(pdf)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysEveryFactAndEveryCell(ReportDocument report) throws IOException {
        CellText text = new CellText(report.language());
        List<List<List<String>>> expected = new ArrayList<>();
        expected.add(report.facts().stream()
                .map(fact -> List.of(fact.label(), plain(text.of(fact.value()))))
                .toList());
        report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(block -> rows((Block.Table) block, text))
                .filter(rows -> rows.size() > 1)
                .forEach(expected::add);

        assertThat(PdfTables.of(sample(report))).isEqualTo(expected);
    }

    private static List<List<String>> rows(Block.Table table, CellText text) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Column::heading).toList());
        table.rows()
                .forEach(row ->
                        rows.add(row.stream().map(cell -> plain(text.of(cell))).toList()));
        return rows;
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void writesEachKindOfCellAsItsLanguageDoes() throws IOException {
        List<String> korean = PdfTables.of(KOREAN).get(2).get(2);
        List<String> english = PdfTables.of(ENGLISH).get(2).get(2);

        assertThat(korean)
                .containsExactly("KCS-2024-02", "국경단계 합동단속", "주의", "3%", "2024. 10. 1.", "2024. 10. 2. 14:05");
        assertThat(english)
                .containsExactly(
                        "KCS-2024-02", "Joint border controls", "At risk", "3%", "1 Oct 2024", "2 Oct 2024, 14:05 KST");
    }

    /** Wherever on its page a section begins, its headings, the head of its table and a row stand together. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void sectionsFollowEachOtherAndLeaveNoHeadingAlone(int rows) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleReports.ofRowsAndMore(rows)))) {
            List<String> pages = new ArrayList<>();
            for (int page = 3; page <= pdf.getNumberOfPages(); page++) {
                pages.add(textOf(pdf, page));
            }
            String begins = pages.stream()
                    .filter(page -> page.contains("뒤 절"))
                    .findFirst()
                    .orElseThrow();
            assertThat(begins.substring(begins.indexOf("뒤 절"))).contains("뒤 표", "과제명", "KCS-2024-01");
            if (rows == 4) {
                assertThat(begins).contains("앞 절");
            }
        }
    }

    @Test
    void isOfItsLanguageAndNamesItself() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Joint Tasks against Drugs and Terror Goods: Progress");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
        try (PDDocument pdf = Loader.loadPDF(KOREAN)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ko");
        }
    }

    @Test
    void leadsToItsPartsByOutlineAndContents() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            List<String> outline = new ArrayList<>();
            for (PDOutlineItem section :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                outline.add(section.getTitle());
                section.children().forEach(part -> outline.add("- " + part.getTitle()));
            }
            assertThat(outline)
                    .containsSequence(
                            "At a glance",
                            "- Tasks by health",
                            "- Filed on time, by agency",
                            "Task by task",
                            "- All tasks")
                    .hasSize(13);
            assertThat(pdf.getPage(1).getAnnotations())
                    .hasSize(13)
                    .allSatisfy(link ->
                            assertThat(((PDAnnotationLink) link).getContents()).startsWith("Go to "));
            assertThat(textOf(pdf, 2).lines().map(String::strip))
                    .contains("Contents")
                    .anyMatch(line -> line.matches("At a glance +3"))
                    .anyMatch(line -> line.matches("Task by task +4"));
        }
    }

    @Test
    void headsAndNumbersEveryPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            int pages = pdf.getNumberOfPages();
            assertThat(textOf(pdf, 1)).contains("This report is made of demonstration data.");
            for (int page = 2; page <= pages; page++) {
                assertThat(textOf(pdf, page))
                        .contains("This report is made of demonstration data.")
                        .contains("Korea Customs Service · Collaboration tasks")
                        .contains("Page " + page + " / " + pages);
            }
        }
    }

    @Test
    void repeatsTheHeadOfATableOnEachPageForEyesAlone() throws IOException {
        byte[] written = pdf(SampleReports.ofRows(60));

        try (PDDocument pdf = Loader.loadPDF(written)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(4);
            for (int page = 3; page <= pdf.getNumberOfPages(); page++) {
                assertThat(textOf(pdf, page)).contains("과제명");
            }
            assertThat(PdfTags.of(pdf).text()).containsOnlyOnce("과제명");
        }
        assertThat(PdfTables.of(written).get(1)).hasSize(61);
    }

    /** A fill, a rule: each would be an object of its own, more of them than of all else. */
    @Test
    void saysOnceAPageWhatIsMereLooks() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(KOREAN)) {
            for (PDPage page : pdf.getPages()) {
                COSDictionary lists = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
                assertThat(lists.getValues().stream()
                                .map(list ->
                                        ((COSDictionary) ((COSObject) list).getObject()).getNameAsString(COSName.TYPE))
                                .filter(type -> !type.equals("Pagination")))
                        .containsExactly("Layout");
            }
        }
    }

    @Test
    void tellsHeadsOfColumnsFromHeadsOfRows() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            PdfTags.Tag counts = PdfTags.of(pdf).all("Table").get(1);

            assertThat(counts.all("THead").get(0).all("TH"))
                    .hasSize(4)
                    .allMatch(head -> head.attribute("Scope").equals("Column"));
            assertThat(counts.all("TBody").get(0).all("TH"))
                    .hasSize(5)
                    .allMatch(head -> head.attribute("Scope").equals("Row"));
        }
    }

    @Test
    void showsLightsAndChartsInWordsToo() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            PdfTags.Tag tags = PdfTags.of(pdf);

            assertThat(tags.all("Table").get(1).all("Figure"))
                    .extracting(PdfTags.Tag::alternative)
                    .containsExactly(
                            "filled circle",
                            "triangle with exclamation mark",
                            "diamond with cross",
                            "empty ring",
                            "square with tick");
            assertThat(tags.all("Figure"))
                    .extracting(PdfTags.Tag::alternative)
                    .contains(
                            "The Customs Service is highest at 95.0 %, the Police lowest at 60.5 %; DAPA has no figure.");
        }
    }

    @Test
    void saysWhyATableIsNotThere() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            assertThat(PdfTags.of(pdf).all("P")).extracting(PdfTags.Tag::text).contains("There are no such tasks.");
        }
    }

    @Test
    void laysWideTablesAcross() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ENGLISH)) {
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                boolean across = pdf.getPage(page).getMediaBox().getWidth()
                        > pdf.getPage(page).getMediaBox().getHeight();
                boolean wide = textOf(pdf, page + 1).contains("Agency by agency")
                        || textOf(pdf, page + 1).contains("Month 1");
                assertThat(!wide || across || page == 1).isTrue();
            }
        }
    }

    @Test
    void takesWhatPeopleWroteForTextAndNothingElse() throws Exception {
        String text = "<script>alert(1)</script> & ]]> <b>&lt;</b> ${x} \"q\" 'q' url(http://example.org/x.png)";

        byte[] pdf = pdf(SampleReports.saying(text));

        assertThat(PdfTables.of(pdf).get(0)).isEqualTo(List.of(List.of(text, text)));
        assertThat(PdfTables.of(pdf).get(1)).isEqualTo(List.of(List.of(text), List.of(text)));
        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void marksWhatTheTypefaceLacksAndStaysSound() throws Exception {
        byte[] pdf = pdf(SampleReports.saying("𠀋자 👩‍🚀 a\u0007b\u009fc \ud800 ع\ufeff\u202e大韓民國 車輛"));

        assertThat(PdfTables.of(pdf).get(1).get(1)).containsExactly("⌧자 ⌧⌧ a⌧b⌧c ⌧ ⌧大韓民國 車輛");
        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Conformance.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(textOf(read, 2)).contains("⌧ 표시는 이 문서의 글꼴에 없는 글자입니다.");
        }
    }

    @Test
    void refusesMoreRowsThanAnybodyLeafsThroughBeforeItWrites() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        assertThatThrownBy(() -> RENDERER.write(SampleReports.ofRows(401), stream))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.slug()).isEqualTo("report-too-large");
                    assertThat(problem.members()).containsEntry("maxRows", 400);
                });
        assertThat(stream.size()).isZero();
    }

    @Test
    void endsTheWorkWhenItIsToldTo() {
        Rows goneWhileRead = reader -> {
            reader.accept(List.of(Cell.of(1)));
            Thread.currentThread().interrupt();
        };
        Block.Table table = new Block.Table("t", "t", List.of(new Column("c", "c", 1)), goneWhileRead, "-");
        ReportDocument report = new ReportDocument(
                "en", "t", "", List.of(), List.of(), "", List.of(new ReportDocument.Section("s", "s", List.of(table))));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        assertThatThrownBy(() -> RENDERER.write(report, stream)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stream.size()).isZero();
    }

    /** The typeface is parsed once and read by all. */
    @Test
    void makesSoundDocumentsAtOnce() throws Exception {
        List<ReportDocument> reports = Stream.generate(PdfRendererTest::samples)
                .limit(4)
                .flatMap(both -> both)
                .toList();
        List<List<List<List<String>>>> alone = List.of(PdfTables.of(KOREAN), PdfTables.of(ENGLISH));
        ExecutorService readers = Executors.newFixedThreadPool(reports.size());
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (ReportDocument report : reports) {
                together.add(readers.submit(() -> pdf(report)));
            }
            for (int i = 0; i < together.size(); i++) {
                assertThat(PdfTables.of(together.get(i).get())).isEqualTo(alone.get(i % 2));
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static byte[] sample(ReportDocument report) {
        return report.language().equals("en") ? ENGLISH : KOREAN;
    }

    private static byte[] pdf(ReportDocument report) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try {
            RENDERER.write(report, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream.toByteArray();
    }

    private static String textOf(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
