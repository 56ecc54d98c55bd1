package kcs.progress.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static Table read(String text) {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8), 10);
    }

    private static String written(Cell... cells) {
        return new String(CsvTable.write(List.of(List.of(cells))), StandardCharsets.UTF_8);
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> CsvTable.read(file, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .extracting("code")
                                .isEqualTo(code));
    }

    @Test
    void readsQuotesLinesAndKorean() {
        Table table = read("\ufeff과제,\"문제점\"\r\nA,\"첫째 \"\"인용\"\", 쉼표\n둘째 줄\"\n\n,\nB,x\n");

        assertThat(table.heading()).extracting("text").containsExactly("과제", "문제점");
        assertThat(table.rows()).extracting("number").containsExactly(2, 5);
        assertThat(table.rows().get(0).cell(1).text()).isEqualTo("첫째 \"인용\", 쉼표\n둘째 줄");
    }

    @Test
    void keepsTextFromBeingAFormulaAndNumbersAsTheyAre() {
        assertThat(written(Cell.of("=1+1"), Cell.of("- 완료"), Cell.of("'=x"), Cell.of(new BigDecimal("-5"))))
                .isEqualTo("\ufeff'=1+1,'- 완료,''=x,-5\r\n");
        assertThat(read("a,b,c\n'=1+1,''=x,'90년대\n").rows().get(0).cells())
                .extracting("text")
                .containsExactly("=1+1", "'=x", "'90년대");
    }

    @Test
    void refusesWhatIsNoCsvInUtf8() {
        refused("과제".getBytes(Charset.forName("MS949")), "not-utf8");
        refused("a,b\n\"open,1\n".getBytes(StandardCharsets.UTF_8), "not-csv");
        refused("".getBytes(StandardCharsets.UTF_8), "no-heading");
        refused(("a\n" + "x\n".repeat(11)).getBytes(StandardCharsets.UTF_8), "too-many-rows");
    }
}
