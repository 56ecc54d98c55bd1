package kcs.progress.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kcs.progress.directory.Label;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Rows;

/** What is different since an earlier state, a row for each field; why, in the first of a task. */
final class ChangesTable {

    private ChangesTable() {}

    static Block.Table of(Comparison changes, Sections sections, Cells cells) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Comparison.TaskChange task : changes.tasks()) {
            Cell title = cells.text(task.title());
            Cell why = new Cell.Text(why(task, cells));
            for (Comparison.Field field : task.fields()) {
                rows.add(List.of(
                        new Cell.Text(task.task()),
                        title,
                        new Cell.Text(cells.words().say("report.field." + field.field())),
                        new Cell.Text(value(field.field(), field.from(), field.to(), cells)),
                        new Cell.Text(value(field.field(), field.to(), field.from(), cells)),
                        why));
                title = Cell.NOTHING;
                why = Cell.NOTHING;
            }
        }
        return sections.table("changes", Rows.of(rows), "code:2", "title:4", "field:2", "from:2", "to:2", "why:6");
    }

    private static String why(Comparison.TaskChange task, Cells cells) {
        return task.why().stream()
                .filter(event -> event.reason() != null)
                .map(event -> Periods.day(event.at(), cells.words()) + " " + event.reason())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** @param other what it was before, or is now: of a list only what is different is said */
    private static String value(String field, JsonNode value, JsonNode other, Cells cells) {
        if (value == null) {
            return "–";
        }
        return switch (field) {
            case "health", "declared", "assessed", "derived" -> cells.words().say("health." + value.textValue());
            case "status" -> cells.words().say("status." + value.textValue());
            case "origin" -> cells.words().say("origin." + value.textValue());
            case "percentComplete" -> value.asText() + " %";
            case "lead" -> cells.agencyName(value.textValue());
            case "agencies" ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(agency -> cells.agencyName(agency.textValue()))
                        .collect(Collectors.joining(", "));
            case "title" -> label(value, cells);
            case "milestones" -> listed(value, other, "title", "dueOn", "doneOn", cells);
            case "indicators" -> listed(value, other, "name", "target", "targetOn", cells);
            default -> value.asText();
        };
    }

    private static String listed(
            JsonNode items, JsonNode others, String title, String first, String second, Cells cells) {
        Set<JsonNode> same = new HashSet<>();
        if (others != null) {
            others.forEach(same::add);
        }
        String listed = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> !same.contains(item))
                .map(item -> label(item.path(title), cells)
                        + List.of(item.path(first), item.path(second)).stream()
                                .map(part -> part.asText("–"))
                                .collect(Collectors.joining(" / ", " (", ")")))
                .collect(Collectors.joining("\n"));
        return listed.isEmpty() ? "–" : listed;
    }

    private static String label(JsonNode label, Cells cells) {
        return cells.words()
                .say(new Label(label.path("ko").asText(), label.path("en").textValue()));
    }
}
