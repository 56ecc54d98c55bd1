package kcs.progress.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import kcs.progress.document.Block;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @ParameterizedTest
    @CsvSource({
        "%, 12.5|, 0 20 40 60 80 100",
        "%, 130, 0 50 100 150",
        "건, 0, 0 1",
        "건, 7|3, 0 2 4 6 8",
        "건, 1234, 0 500 1000 1500",
        "건, 0.3, 0.0 0.1 0.2 0.3",
        "건, -3|8, -5 0 5 10",
        "건, |, 0 1"
    })
    void goesFromZeroInRoundSteps(String unit, String values, String ticks) {
        List<BigDecimal> series = Arrays.stream(values.split("\\|", -1))
                .map(value -> value.isEmpty() ? null : new BigDecimal(value))
                .toList();
        Block.Chart chart = new Block.Chart(
                "chart", "", "", unit, series.stream().map(any -> "").toList(), List.of(new Block.Series("", series)));

        Axis axis = Axis.of(chart);

        assertThat(axis.ticks())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(
                        Arrays.stream(ticks.split(" ")).map(BigDecimal::new).toList());
        assertThat(axis.place(axis.ticks().get(0))).isZero();
        assertThat(axis.place(axis.ticks().get(axis.ticks().size() - 1))).isEqualTo(1);
    }
}
