package kcs.progress.reports;

import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Rows;
import kcs.progress.figures.OnTimeRate;

/** How reliably the agencies file in time, with and without extensions. */
final class OnTimeTable {

    private OnTimeTable() {}

    static Block.Table of(String id, List<OnTimeRate> rates, Sections sections, Cells cells) {
        return sections.table(
                id,
                Rows.of(rates.stream().map(rate -> row(rate, cells)).toList()),
                "agency:4",
                "due:1",
                "onTime:1",
                "late:1",
                "missing:1",
                "rate:1",
                "onTimeWithout:1",
                "lateWithout:1",
                "rateWithout:1");
    }

    private static List<Cell> row(OnTimeRate rate, Cells cells) {
        return List.of(
                cells.agency(rate.agency()),
                Cell.of(rate.with().due()),
                Cell.of(rate.with().onTime()),
                Cell.of(rate.with().late()),
                Cell.of(rate.with().missing()),
                cells.rate(rate.with().rate()),
                Cell.of(rate.withoutExtensions().onTime()),
                Cell.of(rate.withoutExtensions().late()),
                cells.rate(rate.withoutExtensions().rate()));
    }
}
