package kcs.progress.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportDocument;
import org.junit.jupiter.api.Test;

class CsvRendererTest {
    private final CsvRenderer renderer = new CsvRenderer();

    private byte[] written(ReportDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        renderer.write(document, file);
        return file.toByteArray();
    }

    private String table(String id) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        renderer.writeTable(Samples.korean(), id, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatTheDocumentSays() throws IOException {
        for (ReportDocument document : List.of(Samples.korean(), Samples.english())) {
            assertThat(CsvTables.of(written(document))).isEqualTo(ModelTables.asData(document));
        }
    }

    @Test
    void beginsWithTheFirstPageAndPutsTitlesAboveTables() throws IOException {
        List<List<List<String>>> parts = CsvTables.parts(written(Samples.english()));

        assertThat(parts.get(0))
                .startsWith(
                        List.of("Collaboration tasks, third quarter 2024"),
                        List.of("부제 & subtitle"),
                        List.of("시연용 자료입니다. Demonstration data."),
                        List.of("=1+1"),
                        List.of("기준 시각", "2024-09-30 18:00"));
        assertThat(parts.stream().skip(1).map(part -> part.get(0).get(0)))
                .containsExactly("By health & more", "=Tasks", "None", "One column");
        assertThat(parts.get(3)).containsExactly(List.of("None"), List.of("해당 없음 / none"));
    }

    @Test
    void keepsTextFromBeingComputedAndNumbersAsTheyAre() throws IOException {
        assertThat(new String(written(Samples.korean()), StandardCharsets.UTF_8))
                .contains(
                        "\r\n'=1+1\r\n", "\r\n'-건수,1234567\r\n", "\r\n'=Tasks\r\n", ",75.25%,-1234567.50,2024-09-30,");
        assertThat(table("one"))
                .startsWith("\ufeff텍스트\r\n\"'=HYPERLINK(\"\"http://x\"\")\"\r\n")
                .contains("\r\n'+1\r\n", "\r\n'-1\r\n", "\r\n'@x\r\n", "'\t=1", "'\n=1", "''=x", "\r\n'90년대\r\n");
    }

    @Test
    void writesOneTableAlone() throws IOException {
        assertThat(table("by-health"))
                .isEqualTo("\ufeff추진상태 Health,\"건수\nCount\"\r\n정상,0\r\n주의,1000\r\n부진,2000\r\n미보고,3000\r\n완료,4000\r\n");
        assertThat(table("none")).isEqualTo("\ufeff추진상태 Health,\"건수\nCount\"\r\n");
        assertThatThrownBy(() -> table("other"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void writesWhileItReads() throws IOException {
        CountedRows.CountedStream stream = new CountedRows.CountedStream();
        CountedRows rows = new CountedRows(100_000, stream);

        renderer.write(Samples.of(Samples.columns(), rows), stream);

        assertThat(rows.writtenBeforeLast()).isGreaterThan(stream.bytes() * 9 / 10);
        assertThat(stream.isClosed()).isFalse();
    }

    @Test
    void stopsWhenTheReaderHasGone() {
        CountedRows rows = new CountedRows(100_000, new CountedRows.CountedStream());

        assertThatThrownBy(() -> renderer.write(Samples.of(Samples.columns(), rows), new GoneStream(100_000)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(rows.handed()).isLessThan(2_000);
    }
}
