package kcs.progress.reports;

import java.math.BigDecimal;
import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.Rows;
import kcs.progress.words.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The scorecards of all agencies of a plan. */
@Schema(description = "How each agency has met what was asked of it, over the tasks that the reader sees")
record ScorecardReport(
        @Schema(required = true) ReportHead head,
        @Schema(required = true, maxItems = 1000) List<Scorecard> scorecards,
        @Schema(required = true, maxItems = 10000) List<AgencyLine> agencies)
        implements Report {

    @Override
    public String fileName() {
        return head.plan() + "-" + (head.period() == null ? "all" : head.period()) + "-agencies";
    }

    @Override
    public ReportDocument document(Words words) {
        Cells cells = new Cells(words, AgencyLine.names(agencies));
        Sections sections = new Sections(words);
        return Cover.of(
                head,
                "scorecard",
                cells,
                List.of(
                        sections.section("scorecards", scorecards(sections, cells)),
                        sections.section(
                                "agencies",
                                OnTimeTable.of(
                                        "onTime",
                                        scorecards.stream()
                                                .map(Scorecard::onTime)
                                                .toList(),
                                        sections,
                                        cells)),
                        sections.section("burden", burden(sections, cells))));
    }

    private Block scorecards(Sections sections, Cells cells) {
        return sections.table(
                "scorecards",
                Rows.of(scorecards.stream().map(card -> row(card, cells)).toList()),
                "agency:4",
                "expected:1",
                "received:1",
                "onTime:1",
                "late:1",
                "overdue:1",
                "missed:1",
                "waived:1",
                "daysLateTotal:1",
                "daysLateMost:1",
                "returns:1",
                "extensions:1");
    }

    private static List<Cell> row(Scorecard card, Cells cells) {
        return List.of(
                cells.agency(card.agency()),
                Cell.of(card.checkpoints().expected()),
                Cell.of(card.checkpoints().received()),
                Cell.of(card.checkpoints().onTime()),
                Cell.of(card.checkpoints().late()),
                Cell.of(card.checkpoints().overdue()),
                Cell.of(card.checkpoints().missed()),
                Cell.of(card.checkpoints().waived()),
                Cell.of(card.daysLate()),
                Cell.of(card.mostDaysLate()),
                Cell.of(card.returns()),
                Cell.of(card.extensionsGranted()));
    }

    private Block burden(Sections sections, Cells cells) {
        return sections.table(
                "burden",
                Rows.of(scorecards.stream()
                        .map(card -> List.of(
                                cells.agency(card.agency()),
                                Cell.of(card.burden().checkpoints()),
                                Cell.of(card.burden().filed()),
                                card.burden().medianDays() == null
                                        ? Cell.NOTHING
                                        : new Cell.Number(
                                                BigDecimal.valueOf(card.burden().medianDays())),
                                card.burden().longestDays() == null
                                        ? Cell.NOTHING
                                        : Cell.of(card.burden().longestDays())))
                        .toList()),
                "agency:4",
                "checkpoints:1",
                "received:1",
                "medianDays:2",
                "longestDays:2");
    }
}
