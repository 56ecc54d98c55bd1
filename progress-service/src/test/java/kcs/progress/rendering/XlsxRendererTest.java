package kcs.progress.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.Rows;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxRendererTest {
    private static final List<Column> ONE = List.of(new Column("one", "One", 1));

    private static byte[] written(XlsxRenderer renderer, ReportDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        renderer.write(document, file);
        return file.toByteArray();
    }

    private static XSSFWorkbook opened(ReportDocument document) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(new XlsxRenderer(), document)));
    }

    private static Rows texts(Stream<String> texts) {
        return Rows.of(texts.map(text -> List.of((Cell) new Cell.Text(text))).toList());
    }

    /** All different, as text is: repeated ones would look to POI like a file that is made to burst. */
    private static String syllables(int count) {
        return new Random(1)
                .ints(count, '가', '힣' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void saysWhatTheDocumentSays() throws IOException {
        for (ReportDocument document : List.of(Samples.korean(), Samples.english())) {
            assertThat(XlsxTables.of(written(new XlsxRenderer(), document)))
                    .isEqualTo(ModelTables.forReading(document));
        }
    }

    @Test
    void writesFiguresDaysAndMomentsToComputeWith() throws IOException {
        try (XSSFWorkbook workbook = opened(Samples.korean())) {
            Row row = workbook.getSheetAt(2).getRow(2);

            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.7525);
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(-1234567.5);
            assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2024, 9, 30, 0, 0));
            assertThat(row.getCell(5).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2024, 9, 30, 18, 0));
            assertThat(row.getCell(6).getCellStyle().getWrapText()).isTrue();
        }
    }

    @Test
    void showsLightsByColourToo() throws IOException {
        try (XSSFWorkbook workbook = opened(Samples.korean())) {
            List<String> fills = IntStream.range(0, 5)
                    .mapToObj(index -> workbook.getSheetAt(1).getRow(index + 5).getCell(0))
                    .map(cell ->
                            cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .toList();

            assertThat(fills)
                    .doesNotHaveDuplicates()
                    .isEqualTo(Stream.of(HealthState.values())
                            .map(health -> "FF" + Signal.of(health).fill())
                            .toList());
        }
    }

    @Test
    void beginsWithTheNoticesAndNamesSheetsAfterSections() throws IOException {
        try (XSSFWorkbook workbook = opened(Samples.english())) {
            XSSFSheet first = workbook.getSheetAt(0);

            assertThat(IntStream.range(0, 4)
                            .mapToObj(row -> first.getRow(row).getCell(0).getStringCellValue()))
                    .containsExactly(
                            "Collaboration tasks, third quarter 2024",
                            "부제 & subtitle",
                            "시연용 자료입니다. Demonstration data.",
                            "=1+1");
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly(
                            "Collaboration tasks, third quart".substring(0, 31), "Task- a-b -1-", "Task", "TASK (2)");
            assertThat(first.getHeader().getCenter()).endsWith("Header <&&> 2024");
            assertThat(first.getRow(0).getCell(0).getCellStyle().getFont().getFontName())
                    .isEqualTo("맑은 고딕");
        }
    }

    @Test
    void freezesAndFiltersTheTableThatIsAlone() throws IOException {
        try (XSSFWorkbook workbook = opened(Samples.korean())) {
            XSSFSheet alone = workbook.getSheetAt(2);

            assertThat(alone.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(alone.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:G6");
            assertThat(alone.getColumnWidth(0)).isGreaterThan(alone.getColumnWidth(1));
            assertThat(workbook.getSheetAt(3).getPaneInformation()).isNull();
            assertThat(workbook.getSheetAt(3).getCTWorksheet().getAutoFilter()).isNull();
        }
    }

    @Test
    void keepsFilterAndLooksOfWhatItSentOffInPortions() throws IOException {
        CountedRows rows = new CountedRows(2_500, new CountedRows.CountedStream());
        ReportDocument document = Samples.of(Samples.columns(), rows);
        byte[] file = written(new XlsxRenderer(), document);

        assertThat(XlsxTables.of(file)).isEqualTo(ModelTables.forReading(document));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:L2502");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(IntStream.rangeClosed(2, 2_501).mapToObj(sheet::getRow))
                    .allSatisfy(row -> assertThat(row.getCell(9).getCellStyle().getBorderBottom())
                            .isEqualTo(BorderStyle.THIN));
        }
    }

    @Test
    void goesOnOnAnotherSheetWhereOneIsFull() throws IOException {
        ReportDocument document =
                Samples.of(ONE, texts(IntStream.rangeClosed(1, 18).mapToObj(Integer::toString)));
        byte[] file = written(new XlsxRenderer(10), document);

        List<List<List<String>>> tables = XlsxTables.of(file);
        assertThat(tables)
                .hasSize(3)
                .allSatisfy(table -> assertThat(table.get(0)).containsExactly("One"));
        assertThat(tables.stream().flatMap(table -> table.stream().skip(1)).map(line -> line.get(0)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 18).mapToObj(Integer::toString).toList());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(IntStream.range(0, 4).mapToObj(workbook::getSheetName))
                    .containsExactly("Large", "All", "All (2)", "All (3)");
            assertThat(workbook.getSheetAt(1).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A2:A10");
        }
    }

    @Test
    void keepsToWhatExcelHoldsAndSaysSo() throws IOException {
        String longest = syllables(32_767);
        String escapes = "_x0041_".repeat(500);
        Rows rows = Rows.of(List.of(
                List.of(new Cell.Text(longest)),
                List.of(new Cell.Text(escapes)),
                List.of(new Cell.Text("🚢" + longest)),
                List.of(new Cell.Number(new BigDecimal("12345678901234567.89"))),
                List.of(new Cell.Day(LocalDate.of(1895, 1, 1)))));

        List<List<String>> table = XlsxTables.of(written(new XlsxRenderer(), Samples.of(ONE, rows)))
                .get(0);

        assertThat(table.get(1).get(0)).isEqualTo(longest);
        assertThat(table.get(2).get(0)).isEqualTo(escapes);
        assertThat(table.get(3).get(0))
                .hasSize(32_767)
                .startsWith("🚢" + longest.substring(0, 32_000))
                .endsWith(" … (cut off: a cell of Excel holds 32,767 characters)");
        assertThat(table.get(4)).containsExactly("12,345,678,901,234,567.89");
        assertThat(table.get(5)).containsExactly("1895-01-01");
    }

    @Test
    void isWellFormedInEveryPart() throws Exception {
        byte[] file = written(new XlsxRenderer(), Samples.korean());
        try (ZipFile archive = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(archive.getEntries())) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(archive.getInputStream(part));
            }
        }
    }

    @Test
    void writesWhileItReads() throws IOException {
        CountedRows.CountedStream stream = new CountedRows.CountedStream();
        CountedRows rows = new CountedRows(100_000, stream);

        new XlsxRenderer().write(Samples.of(Samples.columns(), rows), stream);

        assertThat(rows.writtenBeforeLast()).isGreaterThan(stream.bytes() * 9 / 10);
        assertThat(stream.isClosed()).isFalse();
    }

    @Test
    void stopsWhenTheReaderHasGone() {
        CountedRows rows = new CountedRows(100_000, new CountedRows.CountedStream());

        assertThatThrownBy(() -> new XlsxRenderer().write(Samples.of(Samples.columns(), rows), new GoneStream(100_000)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(rows.handed()).isLessThan(10_000);
    }
}
