package kcs.progress.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Section;
import kcs.progress.document.Rows;
import kcs.progress.words.Words;

/** The sheet of a task as people read it. */
final class TaskSheetDocument {
    private final TaskSheet sheet;
    private final Cells cells;
    private final Words words;
    private final Sections sections;

    private TaskSheetDocument(TaskSheet sheet, Cells cells) {
        this.sheet = sheet;
        this.cells = cells;
        this.words = cells.words();
        this.sections = new Sections(words);
    }

    static ReportDocument of(TaskSheet sheet, Cells cells) {
        TaskSheetDocument document = new TaskSheetDocument(sheet, cells);
        return Cover.of(sheet.head(), "task", cells, document.title(), document.sections());
    }

    private String title() {
        return sheet.task().code() + " " + words.say(sheet.task().title());
    }

    private List<Section> sections() {
        return List.of(
                sections.section("description", overview(), agencies()),
                sections.section("milestones", milestones()),
                indicators(),
                sections.section("checkpoints", checkpoints()),
                sections.section("opinions", OpinionsTable.of(sheet.opinions(), sections, cells)),
                sections.section("history", history()));
    }

    private Block overview() {
        TaskSheet.Description said = sheet.description();
        TaskLine task = sheet.task();
        HealthThen health = task.health();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("area", cells.text(said.area())));
        rows.add(row("status", cells.name("status", task.status())));
        rows.add(row("health", cells.light(health == null ? null : health.headline())));
        rows.add(row("assessed", cells.light(health == null ? null : health.assessed())));
        rows.add(row("declaredHealth", cells.light(health == null ? null : health.declared())));
        rows.add(row("derived", cells.light(health == null ? null : health.derived())));
        rows.add(row("percentComplete", health == null ? Cell.NOTHING : cells.percent(health.percentComplete())));
        rows.add(row("startsOn", cells.day(said.startsOn())));
        rows.add(row("endsOn", cells.day(said.endsOn())));
        rows.add(row("summary", cells.text(said.summary())));
        rows.add(row(
                "measures",
                said.measures().isEmpty() ? cells.notStated() : cells.text(String.join("\n", said.measures()))));
        rows.add(row("origin", cells.name("origin", task.origin())));
        rows.add(row("document", cells.text(said.document())));
        rows.add(row("quotation", cells.text(said.quotation())));
        return sections.table("description", Rows.of(rows), "fact:2", "content:8");
    }

    private List<Cell> row(String fact, Cell content) {
        return List.of(new Cell.Text(words.say("report.item." + fact)), content);
    }

    private Block agencies() {
        return sections.table(
                "agencies",
                Rows.of(sheet.task().agencies().stream()
                        .map(part -> List.of(cells.agency(part.agency()), cells.name("role", part.role())))
                        .toList()),
                "agency:6",
                "role:2");
    }

    private Block milestones() {
        return sections.table(
                "milestones",
                Rows.of(sheet.milestones().stream()
                        .map(one -> List.of(
                                cells.text(one.title()),
                                cells.day(one.dueOn()),
                                cells.dayOrNothing(one.doneOn()),
                                new Cell.Text(words.say(one.late() ? "report.late" : "report.notLate"))))
                        .toList()),
                "milestone:6",
                "dueOn:2",
                "doneOn:2",
                "late:1");
    }

    private Section indicators() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(IndicatorsTable.of(sheet.indicators(), sections, cells));
        for (IndicatorLine indicator : sheet.indicators()) {
            List<TaskSheet.ValueLine> values = sheet.series().stream()
                    .filter(value -> value.indicator().equals(indicator.code()))
                    .toList();
            if (!values.isEmpty()) {
                blocks.add(chart(indicator, values));
            }
        }
        blocks.add(series());
        return sections.section("indicators", blocks.toArray(Block[]::new));
    }

    private Block chart(IndicatorLine indicator, List<TaskSheet.ValueLine> values) {
        List<BigDecimal> targets = new ArrayList<>();
        values.forEach(value -> targets.add(indicator.target()));
        return new Block.Chart(
                "series-" + indicator.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.say("report.chart.series") + ": " + words.say(indicator.name()),
                words.say("report.chart.seriesSummary", "count", values.size()),
                indicator.unit() == null ? "" : indicator.unit(),
                values.stream()
                        .map(value -> value.measuredOn() + " " + cells.agencyName(value.agency()))
                        .toList(),
                List.of(
                        new Block.Series(
                                words.say("report.column.value"),
                                values.stream().map(TaskSheet.ValueLine::value).toList()),
                        new Block.Series(words.say("report.column.target"), Collections.unmodifiableList(targets))));
    }

    private Block series() {
        return sections.table(
                "series",
                Rows.of(sheet.series().stream()
                        .map(value -> List.of(
                                new Cell.Text(value.indicator()),
                                cells.agency(value.agency()),
                                cells.period(value.period()),
                                cells.day(value.measuredOn()),
                                cells.number(value.value())))
                        .toList()),
                "indicator:3",
                "agency:3",
                "period:2",
                "measuredOn:2",
                "value:1");
    }

    private Block checkpoints() {
        return sections.table(
                "checkpoints",
                Rows.of(sheet.checkpoints().stream().map(this::checkpoint).toList()),
                "period:2",
                "agency:3",
                "checkpoint:2",
                "timeliness:2",
                "submission:2",
                "percentComplete:1",
                "declaredHealth:2",
                "achievements:5",
                "issues:4",
                "nextSteps:4");
    }

    private List<Cell> checkpoint(TaskSheet.ReturnLine line) {
        CheckpointLine checkpoint = line.checkpoint();
        List<Cell> row = new ArrayList<>(List.of(
                cells.period(checkpoint.period()),
                cells.agency(checkpoint.agency()),
                cells.name("checkpoint", checkpoint.status()),
                cells.name("timeliness", checkpoint.timeliness())));
        TaskSheet.Content content = line.content();
        if (content == null) {
            row.addAll(Collections.nCopies(CONTENT_COLUMNS, Cell.NOTHING));
            return row;
        }
        row.add(new Cell.Text(words.say("kind." + content.kind())));
        row.add(content.percentComplete() == null ? Cell.NOTHING : cells.percent(content.percentComplete()));
        row.add(cells.light(content.declaredHealth() == null ? null : HealthState.valueOf(content.declaredHealth())));
        row.add(textOrNothing(content.achievements()));
        row.add(textOrNothing(content.issues()));
        row.add(textOrNothing(content.nextSteps()));
        return row;
    }

    private static final int CONTENT_COLUMNS = 6;

    private static Cell textOrNothing(String text) {
        return text == null ? Cell.NOTHING : new Cell.Text(text);
    }

    private Block history() {
        return sections.table(
                "history",
                Rows.of(sheet.history().stream().map(this::event).toList()),
                "at:3",
                "event:3",
                "from:2",
                "to:2",
                "reason:6");
    }

    private List<Cell> event(Comparison.Event event) {
        String kind = event.type().equals("task.health-changed") ? "health." : "status.";
        return List.of(
                new Cell.Moment(event.at()),
                new Cell.Text(words.say("report.event." + event.type())),
                event.from() == null ? Cell.NOTHING : new Cell.Text(words.say(kind + event.from())),
                event.to() == null ? Cell.NOTHING : new Cell.Text(words.say(kind + event.to())),
                textOrNothing(event.reason()));
    }
}
