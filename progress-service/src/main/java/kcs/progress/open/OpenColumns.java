package kcs.progress.open;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kcs.progress.directory.Label;
import kcs.progress.publicdata.PublicHealth;
import kcs.progress.publicdata.PublicIndicator;
import kcs.progress.publicdata.PublicTask;
import kcs.progress.tables.Cell;
import kcs.progress.tables.CsvTable;

/** The columns of a list as a table; one with texts in both languages is two. */
final class OpenColumns<T> {
    static final OpenColumns<PublicTask> OF_TASKS = new OpenColumns<PublicTask>()
            .text("code", PublicTask::code)
            .text("plan", PublicTask::plan)
            .add("no", task -> Cell.of(task.no()))
            .label("title", PublicTask::title)
            .label("description", PublicTask::description)
            .text("area", PublicTask::area)
            .label("areaName", PublicTask::areaName)
            .text("areaProvenance", task -> task.provenance().area())
            .word("status", PublicTask::status)
            .moment("statusSince", PublicTask::statusSince)
            .add("startsOn", task -> Cell.of(task.period().startsOn()))
            .add("endsOn", task -> Cell.of(task.period().endsOn()))
            .text("participants", OpenColumns::participants)
            .word("origin", task -> task.provenance().origin())
            .text("placeholder", task -> String.valueOf(task.provenance().placeholder()))
            .text("document", task -> task.provenance().document())
            .word("health", task -> task.health() == null ? null : task.health().headline())
            .moment(
                    "healthSince",
                    task -> task.health() == null ? null : task.health().since())
            .moment("updatedAt", PublicTask::updatedAt);

    static final OpenColumns<PublicHealth> OF_HEALTH = new OpenColumns<PublicHealth>()
            .text("task", PublicHealth::task)
            .text("plan", PublicHealth::plan)
            .label("title", PublicHealth::title)
            .word("headline", PublicHealth::headline)
            .word("declared", PublicHealth::declared)
            .word("assessed", PublicHealth::assessed)
            .word("derived", PublicHealth::derived)
            .text("disagreement", health -> String.valueOf(health.disagreement()))
            .add("percentComplete", health -> Cell.of(health.percentComplete()))
            .moment("since", PublicHealth::since)
            .moment("updatedAt", PublicHealth::updatedAt);

    static final OpenColumns<PublicIndicator> OF_INDICATORS = new OpenColumns<PublicIndicator>()
            .text("task", PublicIndicator::task)
            .text("plan", PublicIndicator::plan)
            .text("code", PublicIndicator::code)
            .label("name", PublicIndicator::name)
            .text("unit", PublicIndicator::unit)
            .text("direction", PublicIndicator::direction)
            .add("baseline", indicator -> Cell.of(indicator.baseline()))
            .add("target", indicator -> Cell.of(indicator.target()))
            .add("targetOn", indicator -> Cell.of(indicator.targetOn()))
            .add("value", indicator -> Cell.of(indicator.value()))
            .add("measuredOn", indicator -> Cell.of(indicator.measuredOn()))
            .text("reached", indicator -> indicator.reached() == null ? null : String.valueOf(indicator.reached()))
            .moment("updatedAt", PublicIndicator::updatedAt);

    static final OpenColumns<OpenReport> OF_REPORTS = new OpenColumns<OpenReport>()
            .text("id", OpenReport::id)
            .text("plan", OpenReport::plan)
            .text("period", OpenReport::period)
            .moment("asOf", OpenReport::asOf)
            .text("meeting", OpenReport::meeting)
            .moment("publishedAt", OpenReport::publishedAt)
            .text(
                    "files",
                    report -> report.files().stream().map(OpenReport.File::href).collect(Collectors.joining(" ")));

    private final Map<String, Function<T, Cell>> cells = new LinkedHashMap<>();

    private OpenColumns<T> add(String heading, Function<T, Cell> cell) {
        cells.put(heading, cell);
        return this;
    }

    private OpenColumns<T> text(String heading, Function<T, String> text) {
        return add(heading, item -> Cell.of(text.apply(item)));
    }

    private OpenColumns<T> word(String heading, Function<T, Enum<?>> word) {
        return text(heading, item -> {
            Enum<?> its = word.apply(item);
            return its == null ? null : its.name();
        });
    }

    private OpenColumns<T> moment(String heading, Function<T, Instant> moment) {
        return text(heading, item -> {
            Instant its = moment.apply(item);
            return its == null ? null : its.toString();
        });
    }

    private OpenColumns<T> label(String heading, Function<T, Label> label) {
        return text(
                        heading + "Ko",
                        item -> label.apply(item) == null
                                ? null
                                : label.apply(item).ko())
                .text(
                        heading + "En",
                        item -> label.apply(item) == null
                                ? null
                                : label.apply(item).en());
    }

    private static String participants(PublicTask task) {
        return task.participants().stream()
                .map(part -> part.agency() + ":" + part.role())
                .collect(Collectors.joining(" "));
    }

    /** These items as CSV, below the names of the columns. */
    byte[] csv(List<T> items) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(cells.keySet().stream().map(Cell::of).toList());
        items.forEach(item ->
                rows.add(cells.values().stream().map(cell -> cell.apply(item)).toList()));
        return CsvTable.write(rows);
    }
}
