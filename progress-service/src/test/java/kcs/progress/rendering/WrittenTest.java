package kcs.progress.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Cell;
import org.junit.jupiter.api.Test;

class WrittenTest {

    private static void written(Cell cell, String asData, String forReading) {
        assertThat(Written.AS_DATA.text(cell)).isEqualTo(asData);
        assertThat(Written.FOR_READING.text(cell)).isEqualTo(forReading);
    }

    @Test
    void writesFiguresWithTheDecimalsTheyHave() {
        written(new Cell.Number(new BigDecimal("-1234567.50")), "-1234567.50", "-1,234,567.50");
        written(new Cell.Number(new BigDecimal("1E+6")), "1000000", "1,000,000");
        written(new Cell.Percent(new BigDecimal("87.5")), "87.5%", "87.5%");
    }

    @Test
    void writesTimesByTheClockOfSeoul() {
        written(new Cell.Day(Samples.DAY), "2024-09-30", "2024-09-30");
        written(new Cell.Moment(Samples.MOMENT), "2024-09-30 18:00", "2024-09-30 18:00");
    }

    @Test
    void writesLightsByShapeAndWord() {
        written(new Cell.Light(HealthState.ON_TRACK, "정상"), "정상", "● 정상");
        written(new Cell.Light(HealthState.AT_RISK, "주의"), "주의", "▲ 주의");
        written(new Cell.Light(HealthState.OFF_TRACK, "부진"), "부진", "◆ 부진");
        written(new Cell.Light(HealthState.NOT_REPORTED, "미보고"), "미보고", "○ 미보고");
        written(new Cell.Light(HealthState.COMPLETED, "완료"), "완료", "✔ 완료");
    }

    @Test
    void showsWhereSomethingStoodThatNoFormatHolds() {
        written(Cell.NOTHING, "", "");
        written(new Cell.NotStated("미기재"), "미기재", "미기재");
        written(new Cell.Text("a\r\nb\rc\u0000\ud83d 🚢\t"), "a\nb\nc\ufffd\ufffd 🚢\t", "a\nb\nc\ufffd\ufffd 🚢\t");
    }
}
