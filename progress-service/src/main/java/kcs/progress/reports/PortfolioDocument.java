package kcs.progress.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Section;
import kcs.progress.document.Rows;

/** The portfolio report as people read it. */
final class PortfolioDocument {
    private final PortfolioReport report;
    private final Cells cells;
    private final Sections sections;

    private PortfolioDocument(PortfolioReport report, Cells cells) {
        this.report = report;
        this.cells = cells;
        this.sections = new Sections(cells.words());
    }

    static ReportDocument of(PortfolioReport report, Cells cells) {
        PortfolioDocument document = new PortfolioDocument(report, cells);
        List<Section> all = new ArrayList<>(List.of(
                document.summary(),
                document.areas(),
                document.tasks(),
                document.voices(),
                document.indicators(),
                document.cycles(),
                document.agencies()));
        if (report.changes() != null) {
            all.add(document.changes());
        }
        all.add(document.opinions());
        all.add(document.returns());
        return Cover.of(report.head(), "portfolio", cells, all);
    }

    private Section summary() {
        PortfolioReport.Totals totals = report.totals();
        Rows counts = Rows.of(List.of(List.of(
                cells.number(totals.declared()),
                Cell.of(totals.published()),
                Cell.of(totals.documented()),
                Cell.of(totals.registered()),
                Cell.of(totals.listed()))));
        return sections.section(
                "summary",
                sections.table(
                        "totals", counts, "declared:1", "published:1", "documented:1", "registered:1", "listed:1"),
                health(),
                statuses(),
                progress());
    }

    private Block health() {
        List<List<Cell>> rows = new ArrayList<>();
        report.byHealth().forEach(count -> rows.add(List.of(cells.light(count.health()), Cell.of(count.count()))));
        rows.add(List.of(new Cell.Text(cells.words().say("report.withoutHealth")), Cell.of(report.withoutHealth())));
        return sections.table("byHealth", Rows.of(rows), "health:2", "tasks:1");
    }

    private Block statuses() {
        return sections.table(
                "byStatus",
                Rows.of(report.byStatus().stream()
                        .map(count -> List.of(cells.name("status", count.status()), Cell.of(count.count())))
                        .toList()),
                "status:2",
                "tasks:1");
    }

    /** Only what is in progress can be ahead or behind. */
    private Block progress() {
        List<TaskLine> begun = report.tasks().stream()
                .filter(task -> task.health() != null)
                .filter(task -> task.health().percentComplete() != null || task.timeElapsedPercent() != null)
                .toList();
        return sections.chart(
                "progress",
                begun.stream()
                        .map(task -> task.code() + " " + cells.words().say(task.title()))
                        .toList(),
                List.of(
                        new Block.Series(
                                cells.words().say("report.column.percentComplete"),
                                values(begun.stream()
                                        .map(task -> task.health().percentComplete())
                                        .toList())),
                        new Block.Series(
                                cells.words().say("report.column.timeElapsedPercent"),
                                values(begun.stream()
                                        .map(TaskLine::timeElapsedPercent)
                                        .toList()))));
    }

    private static List<BigDecimal> values(List<Integer> percents) {
        List<BigDecimal> values = new ArrayList<>();
        percents.forEach(percent -> values.add(percent == null ? null : BigDecimal.valueOf(percent)));
        return Collections.unmodifiableList(values);
    }

    private Section areas() {
        return sections.section(
                "areas",
                sections.table(
                        "byArea",
                        Rows.of(report.byArea().stream().map(this::area).toList()),
                        "area:4",
                        "tasks:1",
                        "ON_TRACK:1",
                        "AT_RISK:1",
                        "OFF_TRACK:1",
                        "NOT_REPORTED:1",
                        "COMPLETED:1",
                        "withoutHealth:1"));
    }

    private List<Cell> area(PortfolioReport.AreaLine area) {
        List<Cell> row = new ArrayList<>(List.of(cells.text(area.name()), Cell.of(area.total())));
        area.byHealth().forEach(count -> row.add(Cell.of(count.count())));
        row.add(Cell.of(area.withoutHealth()));
        return row;
    }

    private Section tasks() {
        return sections.section(
                "tasks",
                sections.table(
                        "tasks",
                        Rows.of(report.tasks().stream().map(this::task).toList()),
                        "code:2",
                        "title:5",
                        "origin:2",
                        "lead:2",
                        "agencies:7",
                        "status:2",
                        "health:2",
                        "percentComplete:1",
                        "timeElapsedPercent:1",
                        "milestones:2",
                        "received:1",
                        "expected:1"));
    }

    private List<Cell> task(TaskLine task) {
        return List.of(
                new Cell.Text(task.code()),
                cells.text(task.title()),
                cells.name("origin", task.origin()),
                cells.agency(task.lead()),
                cells.agencies(task.agencies()),
                cells.name("status", task.status()),
                cells.light(task.health() == null ? null : task.health().headline()),
                task.health() == null
                        ? Cell.NOTHING
                        : cells.percent(task.health().percentComplete()),
                task.health() == null ? Cell.NOTHING : cells.percent(task.timeElapsedPercent()),
                milestones(task.milestones()),
                Cell.of(task.checkpoints().received()),
                Cell.of(task.checkpoints().expected()));
    }

    private Cell milestones(TaskLine.Milestones milestones) {
        if (milestones.total() == 0) {
            return cells.notStated();
        }
        return new Cell.Text(cells.words()
                .say(
                        "report.milestones",
                        "done",
                        milestones.done(),
                        "total",
                        milestones.total(),
                        "late",
                        milestones.late()));
    }

    private Section voices() {
        return sections.section(
                "voices",
                sections.table(
                        "voices",
                        Rows.of(report.tasks().stream()
                                .filter(task -> task.health() != null)
                                .map(this::voices)
                                .toList()),
                        "code:2",
                        "title:5",
                        "assessed:2",
                        "declaredHealth:2",
                        "derived:2",
                        "disagreement:1",
                        "reasons:6"));
    }

    private List<Cell> voices(TaskLine task) {
        HealthThen health = task.health();
        List<String> reasons = health.reasons().stream()
                .map(reason -> cells.words().say(reason.text()))
                .toList();
        return List.of(
                new Cell.Text(task.code()),
                cells.text(task.title()),
                cells.light(health.assessed()),
                cells.light(health.declared()),
                cells.light(health.derived()),
                health.disagreement() ? new Cell.Text(cells.words().say("report.differs")) : Cell.NOTHING,
                new Cell.Text(String.join("\n", reasons)));
    }

    private Section indicators() {
        return sections.section("indicators", IndicatorsTable.of(report.indicators(), sections, cells));
    }

    private Section cycles() {
        return sections.section(
                "cycles",
                sections.table(
                        "cycles",
                        Rows.of(report.cycles().stream().map(this::cycle).toList()),
                        "period:2",
                        "cycleStatus:2",
                        "dueOn:2",
                        "expected:1",
                        "received:1",
                        "onTime:1",
                        "late:1",
                        "overdue:1",
                        "missed:1",
                        "returned:1",
                        "accepted:1",
                        "waived:1"),
                sections.table(
                        "unsettled",
                        reader -> report.unsettled().forEach(line -> reader.accept(returned(line))),
                        RETURN));
    }

    private List<Cell> cycle(PortfolioReport.CycleLine cycle) {
        var progress = cycle.checkpoints();
        return List.of(
                cells.period(cycle.period()),
                cells.name("cycle", cycle.status()),
                cells.day(cycle.dueOn()),
                Cell.of(progress.expected()),
                Cell.of(progress.received()),
                Cell.of(progress.onTime()),
                Cell.of(progress.late()),
                Cell.of(progress.overdue()),
                Cell.of(progress.missed()),
                Cell.of(progress.returned()),
                Cell.of(progress.accepted()),
                Cell.of(progress.waived()));
    }

    private static final String[] RETURN = {
        "code:2",
        "period:2",
        "agency:3",
        "checkpoint:2",
        "timeliness:2",
        "daysLate:1",
        "dueOn:2",
        "extendedDueOn:2",
        "returnedDueOn:2",
        "firstSubmittedOn:2",
        "lastSubmittedOn:2"
    };

    private List<Cell> returned(CheckpointLine line) {
        return List.of(
                new Cell.Text(line.task()),
                cells.period(line.period()),
                cells.agency(line.agency()),
                cells.name("checkpoint", line.status()),
                cells.name("timeliness", line.timeliness()),
                line.daysLate() == null ? Cell.NOTHING : Cell.of(line.daysLate()),
                cells.day(line.dueOn()),
                cells.dayOrNothing(line.extendedDueOn()),
                cells.dayOrNothing(line.returnedDueOn()),
                cells.dayOrNothing(line.firstSubmittedOn()),
                cells.dayOrNothing(line.lastSubmittedOn()));
    }

    private Section agencies() {
        return sections.section("agencies", OnTimeTable.of("onTime", report.onTime(), sections, cells));
    }

    private Section changes() {
        Comparison changes = report.changes();
        return sections.section(
                "changes",
                new Block.Paragraph(
                        cells.words().say("report.since", "day", Periods.day(changes.since(), cells.words()))),
                ChangesTable.of(changes, sections, cells));
    }

    private Section opinions() {
        return sections.section("opinions", OpinionsTable.of(report.opinions(), sections, cells));
    }

    private Section returns() {
        return sections.section(
                "returns",
                sections.table(
                        "returns", reader -> report.returns().forEach(line -> reader.accept(returned(line))), RETURN));
    }
}
