package kcs.progress.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.evidence.Evidence;
import kcs.progress.submissions.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells that hold several things. */
class CellSyntaxTest {
    private static final LocalDate DAY = LocalDate.of(2024, 9, 20);

    private static List<Measurement> measured(String cell) {
        return MeasurementCell.split(cell).stream()
                .map(entry -> MeasurementCell.read(entry).orElseThrow())
                .toList();
    }

    @Test
    void readsMeasurementsOnLinesAndAfterSemicolons() {
        assertThat(measured("A=1@2024-09-20; B = -2.5 % @ 2024-09-20 # 표본; 30건\nC=3@2024-09-20"))
                .containsExactly(
                        new Measurement("A", BigDecimal.ONE, null, DAY, null),
                        new Measurement("B", new BigDecimal("-2.5"), "%", DAY, "표본; 30건"),
                        new Measurement("C", new BigDecimal("3"), null, DAY, null));
    }

    @Test
    void readsBackWhatItWrites() {
        List<Measurement> measurements = List.of(
                new Measurement("LEAD_TIME", new BigDecimal("12.500000"), "일", DAY, "한 줄 # 그리고"),
                new Measurement("B", new BigDecimal("1E+3"), "1 000 건", DAY, null));

        assertThat(measured(MeasurementCell.write(measurements)))
                .containsExactly(measurements.get(0), new Measurement("B", new BigDecimal("1000"), null, DAY, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "A=1",
                "A=1@",
                "A=1,000@2024-09-20",
                "A=x@2024-09-20",
                "A=1@2024-9-20",
                "A=1@2024-02-30",
                "a=1@2024-09-20",
                "A=1.1234567@2024-09-20",
                "=1@2024-09-20",
                "A=1@2024-09-20 그리고"
            })
    void refusesMeasurementsThatAreNotWrittenSo(String entry) {
        assertThat(MeasurementCell.read(entry)).isEmpty();
    }

    @Test
    void readsEvidenceLineByLine() {
        List<Evidence> evidence = List.of(
                new Evidence("협의 | 결과", "https://example.go.kr/a", null),
                new Evidence("회의록", null, "0b0e8a3c-5a9f-4b7e-9d54-0f4f3f1d2c3b"));

        assertThat(EvidenceCell.split(EvidenceCell.write(evidence)).stream()
                        .map(line -> EvidenceCell.read(line).orElseThrow())
                        .toList())
                .isEqualTo(evidence);
        assertThat(EvidenceCell.read("https://example.go.kr")).isEmpty();
        assertThat(EvidenceCell.read("제목 |")).isEmpty();
    }
}
