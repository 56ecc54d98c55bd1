package kcs.progress.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kcs.progress.document.Block;

/**
 * The scale of a chart: from zero, or the lowest value below it, to a round number that no value passes.
 *
 * @param ticks ascending, at even distances; the first and the last are the ends
 */
record Axis(List<BigDecimal> ticks) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PARTS = 5;

    /** Percentages are always seen against the whole. */
    static Axis of(Block.Chart chart) {
        BigDecimal least = values(chart).reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal most = values(chart).reduce(chart.unit().equals("%") ? HUNDRED : BigDecimal.ZERO, BigDecimal::max);
        BigDecimal step = step(most.subtract(least));
        BigDecimal tick = least.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        List<BigDecimal> ticks = new ArrayList<>(List.of(tick));
        do {
            tick = tick.add(step);
            ticks.add(tick);
        } while (tick.compareTo(most) < 0);
        return new Axis(List.copyOf(ticks));
    }

    private static Stream<BigDecimal> values(Block.Chart chart) {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull);
    }

    /** 1, 2 or 5 and noughts, so that there are about five parts. */
    private static BigDecimal step(BigDecimal range) {
        if (range.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal rough = range.divide(BigDecimal.valueOf(PARTS), 12, RoundingMode.UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return Stream.of(1, 2, 5, 10)
                .map(factor -> power.multiply(BigDecimal.valueOf(factor)))
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Where a value lies between the ends, from 0 to 1. */
    double place(BigDecimal value) {
        double from = ticks.get(0).doubleValue();
        double to = ticks.get(ticks.size() - 1).doubleValue();
        return (value.doubleValue() - from) / (to - from);
    }
}
