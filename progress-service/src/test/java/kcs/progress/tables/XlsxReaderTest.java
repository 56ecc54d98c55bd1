package kcs.progress.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import kcs.progress.tables.Cell.Kind;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of workbooks that Apache POI wrote, and of those that nobody should have written. */
class XlsxReaderTest {
    private static final byte[] HEADING = Workbooks.ofText(new String[] {"a", "b"}, new String[] {"1", "2"});

    private static org.apache.poi.ss.usermodel.Cell formatted(Sheet sheet, int column, String format) {
        Row row = sheet.getRow(1) == null ? sheet.createRow(1) : sheet.getRow(1);
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static List<Cell> second(byte[] file) {
        return XlsxReader.read(file, 10).rows().get(0).cells();
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> XlsxReader.read(file, 10)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).singleElement().extracting("code").isEqualTo(code);
        });
    }

    @Test
    void readsWhatASheetShows() {
        byte[] file = Workbooks.of(sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("제목");
            formatted(sheet, 0, "yyyy-mm-dd").setCellValue(LocalDate.of(2024, 9, 30));
            formatted(sheet, 1, "yyyy\"년\" m\"월\" d\"일\"").setCellValue(LocalDate.of(2024, 2, 29));
            formatted(sheet, 2, "0%").setCellValue(0.4);
            formatted(sheet, 3, "General").setCellValue(12.5);
            formatted(sheet, 4, "h:mm").setCellValue(0.5);
            formatted(sheet, 5, "General").setCellFormula("1+1");
            formatted(sheet, 6, "General").setCellValue(true);
            formatted(sheet, 7, "@").setCellValue("=1+1");
            formatted(sheet, 8, "[Red]0\" days\"").setCellValue(3);
        });

        assertThat(second(file))
                .extracting("kind", "text")
                .containsExactly(
                        tuple(Kind.DAY, "2024-09-30"),
                        tuple(Kind.DAY, "2024-02-29"),
                        tuple(Kind.NUMBER, "40"),
                        tuple(Kind.NUMBER, "12.5"),
                        tuple(Kind.NUMBER, "0.5"),
                        tuple(Kind.FORMULA, ""),
                        tuple(Kind.OTHER, ""),
                        tuple(Kind.TEXT, "=1+1"),
                        tuple(Kind.NUMBER, "3"));
    }

    @Test
    void skipsEmptyRowsAndKeepsTheirNumbers() {
        byte[] file = Workbooks.of(sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("a");
            sheet.createRow(3).createCell(0).setCellValue(" ");
            sheet.createRow(6).createCell(0).setCellValue("x");
        });

        assertThat(XlsxReader.read(file, 10).rows()).extracting("number").containsExactly(7);
    }

    @Test
    void readsTheFirstSheetThatIsShown() {
        byte[] file = Workbooks.edited(HEADING, sheet -> {
            sheet.getWorkbook().createSheet("둘째").createRow(0).createCell(0).setCellValue("shown");
            sheet.getWorkbook().setActiveSheet(1);
            sheet.getWorkbook().setSheetHidden(0, true);
        });

        assertThat(XlsxReader.read(file, 10).heading()).extracting("text").containsExactly("shown");
    }

    @Test
    void refusesWhatIsNoXlsx() throws IOException, GeneralSecurityException {
        refused("과제,구분".getBytes(StandardCharsets.UTF_8), "not-xlsx");
        refused(new byte[0], "not-xlsx");
        refused(encrypted(HEADING), "encrypted-xlsx");
        refused(Arrays.copyOf(HEADING, HEADING.length / 2), "broken-xlsx");
        refused("PK\u0003\u0004 and nothing".getBytes(StandardCharsets.UTF_8), "broken-xlsx");
    }

    private static byte[] encrypted(byte[] file) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var to = encryptor.getDataStream(container)) {
                to.write(file);
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='ZZZZZZ1' t='inlineStr'><is><t>a</t></is></c></row>",
                "<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v><x>200</x>0000000</v></c></row>"
            })
    void refusesNumbersThatWouldFillTheMemory(String rows) {
        refused(Workbooks.withSheet(HEADING, sheet(rows)), "xlsx-too-big");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='A1' t='strange'><v>1</v></c></row>",
                "<row r='x'><c r='A1'><v>1</v></c></row>",
                "<row r='1'><c r='A1' s='-1'><v>1</v></c></row>",
                "<row r='1'><c r='A1'><v>one</v></c></row>",
                "<row r='1'><c r='A1'><f t='shared' si='9'/></c></row>",
                "<row r='1'><c>",
                "<row r='1'><c r='A1' t='inlineStr'><is><t>&bomb;</t></is></c></row>"
            })
    void refusesWhatIsDamaged(String rows) {
        refused(Workbooks.withSheet(HEADING, sheet(rows)), "broken-xlsx");
    }

    @Test
    void unpacksNoMoreThanItMay() throws IOException {
        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Workbooks.withSheet(HEADING, spaces, 40);

        assertThat(bomb).hasSizeLessThan(200_000);
        refused(bomb, "xlsx-too-big");
    }

    @Test
    void aNumberOfAnySizeIsNoTrouble() {
        byte[] file = Workbooks.withSheet(
                HEADING,
                sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
                        + "<row r='2'><c r='A2'><v>1e999999999</v></c></row>"));

        assertThat(second(file)).extracting("kind").containsExactly(Kind.OTHER);
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + rows
                + "</sheetData></worksheet>";
    }
}
