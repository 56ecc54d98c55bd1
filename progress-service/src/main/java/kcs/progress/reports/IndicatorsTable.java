package kcs.progress.reports;

import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Rows;

/** Indicators against their targets. */
final class IndicatorsTable {

    private IndicatorsTable() {}

    static Block.Table of(List<IndicatorLine> indicators, Sections sections, Cells cells) {
        return sections.table(
                "indicators",
                Rows.of(indicators.stream().map(line -> row(line, cells)).toList()),
                "code:2",
                "indicator:4",
                "unit:1",
                "baseline:1",
                "target:1",
                "targetOn:2",
                "value:1",
                "measuredOn:2",
                "agency:2",
                "reached:1");
    }

    private static List<Cell> row(IndicatorLine line, Cells cells) {
        return List.of(
                new Cell.Text(line.task()),
                cells.text(line.name()),
                cells.text(line.unit()),
                cells.number(line.baseline()),
                cells.number(line.target()),
                cells.day(line.targetOn()),
                line.value() == null
                        ? new Cell.Text(cells.words().say("report.notMeasured"))
                        : cells.number(line.value()),
                cells.dayOrNothing(line.measuredOn()),
                line.agency() == null ? Cell.NOTHING : cells.agency(line.agency()),
                line.reached() == null
                        ? Cell.NOTHING
                        : new Cell.Text(cells.words().say(line.reached() ? "report.yes" : "report.no")));
    }
}
