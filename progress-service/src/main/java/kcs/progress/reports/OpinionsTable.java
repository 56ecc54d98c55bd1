package kcs.progress.reports;

import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Rows;

/** The committee's opinions, and what became of each. */
final class OpinionsTable {

    private OpinionsTable() {}

    static Block.Table of(List<OpinionLine> opinions, Sections sections, Cells cells) {
        return sections.table(
                "opinions",
                Rows.of(opinions.stream().map(line -> row(line, cells)).toList()),
                "code:2",
                "opinion:6",
                "agency:2",
                "opinionStatus:2",
                "answer:6",
                "closingReason:3");
    }

    private static List<Cell> row(OpinionLine line, Cells cells) {
        return List.of(
                new Cell.Text(line.task() == null ? cells.words().say("report.onTheWhole") : line.task()),
                new Cell.Text(line.text()),
                cells.agency(line.addressedTo()),
                new Cell.Text(cells.words().say("opinion." + line.status())),
                line.answer() == null ? Cell.NOTHING : new Cell.Text(line.answer()),
                line.closingReason() == null ? Cell.NOTHING : new Cell.Text(line.closingReason()));
    }
}
