package kcs.progress.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as Excel writes them, by Apache POI: another hand than the one that reads and writes them here. */
public final class Workbooks {

    private Workbooks() {}

    /** A workbook with one sheet. */
    public static byte[] of(Consumer<Sheet> filling) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            filling.accept(workbook.createSheet("Sheet1"));
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook whose first sheet has these rows of text. */
    public static byte[] ofText(String[]... rows) {
        return of(sheet -> {
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
        });
    }

    /** The same workbook after somebody worked in its first sheet. */
    public static byte[] edited(byte[] file, Consumer<Sheet> work) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            work.accept(workbook.getSheetAt(0));
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.write(file);
        return file.toByteArray();
    }

    /** The same package with the sheet written by hand. */
    static byte[] withSheet(byte[] file, String xml) {
        try {
            return withSheet(file, xml.getBytes(StandardCharsets.UTF_8), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same package with a sheet that says the same over and over. */
    static byte[] withSheet(byte[] file, byte[] part, int times) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    for (int i = 0; i < times; i++) {
                        out.write(part);
                    }
                } else {
                    in.transferTo(out);
                }
            }
        }
        return copy.toByteArray();
    }
}
