package kcs.progress.filetypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTest {
    private static final int PART = 1000;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments(FileType.PDF, Samples.pdf(), "exe"),
                arguments(FileType.PNG, Samples.png(), ""),
                arguments(FileType.JPEG, Samples.jpeg(), ""),
                arguments(FileType.TEXT, "MZ is how a program begins, and a text".getBytes(StandardCharsets.UTF_8), ""),
                arguments(FileType.TEXT, Samples.csv(), "txt"),
                arguments(FileType.CSV, Samples.csv(), "csv"),
                arguments(FileType.TEXT, "가".repeat(5000).getBytes(StandardCharsets.UTF_8), ""),
                arguments(FileType.DOCX, Samples.docx(), ""),
                arguments(FileType.XLSX, Samples.xlsx(), ""),
                arguments(FileType.PPTX, Samples.pptx(), ""),
                arguments(FileType.HWPX, Samples.hwpx(), ""),
                arguments(FileType.HWP, Samples.hwp(), ""),
                arguments(FileType.HWP, largeHwp(), ""));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void knowsWhatIsTakenByItsContent(FileType type, byte[] file, String extension) {
        assertThat(typeOf(file, extension)).contains(type);
    }

    /** Of 15 MiB: so large that the header of a compound file does not have room for all its tables. */
    private static byte[] largeHwp() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        for (int i = 0; i < 15; i++) {
            streams.put("BIN%04d".formatted(i), new byte[1 << 20]);
        }
        for (int i = 0; i < 200; i++) {
            streams.put("Small%04d".formatted(i), new byte[200]);
        }
        streams.put("FileHeader", Samples.signature());
        return Samples.compound(streams);
    }

    static Stream<Arguments> refused() {
        byte[] docx = Samples.docx();
        return Stream.of(
                arguments("a program", Samples.exe()),
                arguments("an archive", Samples.zip(Map.of("a.txt", "a"))),
                arguments("an OpenDocument text", Samples.typed("application/vnd.oasis.opendocument.text")),
                arguments("HWPX whose type is packed", Samples.zip(Map.of("mimetype", "application/hwp+zip"))),
                arguments(
                        "macros",
                        Samples.office("wordprocessingml.document.main+xml", "word/a.xml", "word/vbaProject.bin")),
                arguments(
                        "the type of macros",
                        Samples.office("spreadsheetml.sheet.macroEnabled.main+xml", "xl/workbook.xml")),
                arguments("no main part", Samples.office("wordprocessingml.document.main+xml", "xl/workbook.xml")),
                arguments(
                        "an entity",
                        Samples.zip(Map.of("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"))),
                arguments(
                        "a bomb",
                        Samples.zip(Map.of("[Content_Types].xml", " ".repeat(9 << 20), "word/document.xml", ""))),
                arguments("half a document", Arrays.copyOf(docx, docx.length - 30)),
                arguments("an old Word document", Samples.compound(Map.of("WordDocument", new byte[5000]))),
                arguments("another FileHeader", Samples.compound(Map.of("FileHeader", new byte[256]))),
                arguments("half of HWP", Arrays.copyOf(Samples.hwp(), 1000)),
                arguments("text with NUL", "글\u0000자".getBytes(StandardCharsets.UTF_8)),
                arguments("text with an escape", "\u001b[2J".getBytes(StandardCharsets.UTF_8)),
                arguments("text in CP949", "지표,값".getBytes(Charset.forName("MS949"))),
                arguments("half a character", Arrays.copyOf("가".getBytes(StandardCharsets.UTF_8), 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void knowsNothingElse(String what, byte[] file) {
        assertThat(typeOf(file, "")).isEmpty();
    }

    /** Whatever is broken in a file, it is a file that is not taken and never a failure. */
    @Test
    void survivesDamage() {
        Random random = new Random(20240619);
        for (byte[] whole : new byte[][] {Samples.docx(), Samples.hwpx(), Samples.hwp()}) {
            for (int i = 0; i < 3000; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j < 4; j++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
                }
                assertThat(typeOf(damaged, "")).isNotNull();
            }
        }
    }

    private static Optional<FileType> typeOf(byte[] file, String extension) {
        Inspection inspection = new Inspection();
        for (int from = 0; from < file.length; from += PART) {
            if (!inspection.accept(Arrays.copyOfRange(file, from, Math.min(file.length, from + PART)))) {
                return Optional.empty();
            }
        }
        return inspection.typeOf(new Held(file), extension);
    }

    private record Held(byte[] bytes) implements Bytes {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] at(long offset, int length) throws EOFException {
            if (offset < 0 || length < 0 || offset + length > bytes.length) {
                throw new EOFException();
            }
            return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
        }
    }
}
