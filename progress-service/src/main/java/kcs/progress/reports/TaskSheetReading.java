package kcs.progress.reports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.figures.Tally;
import kcs.progress.told.Kind;
import kcs.progress.told.ToldEvent;
import kcs.progress.told.ToldReading;

/** Makes the sheet of one task as of a moment; to be called inside a transaction. */
@Singleton
class TaskSheetReading {
    private static final Set<Kind> TOLD_IN_HISTORY = Set.of(Kind.TASK, Kind.HEALTH);

    private static final String CONTENTS = """
            SELECT s.checkpoint, s.kind, s.percent_complete, s.declared_health, s.content, s.submitted_at
            FROM submission s
            JOIN unnest(?::text[], ?::int[]) AS wanted (checkpoint, no) USING (checkpoint, no)""";

    private final Materials materials;
    private final ToldReading told;
    private final Measurements measurements;
    private final OpinionsThen opinions;
    private final Sql sql;
    private final ColumnJson json;

    TaskSheetReading(
            Materials materials,
            ToldReading told,
            Measurements measurements,
            OpinionsThen opinions,
            Sql sql,
            ColumnJson json) {
        this.materials = materials;
        this.told = told;
        this.measurements = measurements;
        this.opinions = opinions;
        this.sql = sql;
        this.json = json;
    }

    /**
     * The sheet.
     *
     * @throws ProblemException 404 when there was no such task then that the reader may see
     */
    TaskSheet sheet(ReportRequest request, String code) {
        Material material = materials.of(request);
        TaskThen task = material.tasks().get(code);
        if (task == null) {
            throw ProblemException.notFound(code);
        }
        List<CheckpointThen> its = told.checkpointsOfTask(code, request.moment(), CheckpointThen.class).stream()
                .filter(material::isOfItsCycles)
                .toList();
        Tally tally = new Tally();
        its.forEach(checkpoint -> tally.add(material.judged(checkpoint)));
        List<Measured> values = measurements.ofTask(code, request.moment());
        return new TaskSheet(
                materials.head(material),
                TaskLine.of(
                        task,
                        material.health().get(code),
                        tally.progress(),
                        material.moment().day()),
                description(task, material.plan()),
                milestones(task, material),
                indicators(task, values),
                series(values),
                history(material, code),
                returns(its, material),
                opinions.of(material, opinion -> code.equals(opinion.task())),
                materials.agencies(material).stream()
                        .filter(agency -> task.participations().stream()
                                .anyMatch(part -> part.agency().equals(agency.code())))
                        .toList());
    }

    private static TaskSheet.Description description(TaskThen task, PlanState plan) {
        Label area = plan.areas().stream()
                .filter(one -> one.code().equals(task.area()))
                .map(PlanState.Area::name)
                .findFirst()
                .orElse(null);
        TaskThen.Source source = task.source() == null ? new TaskThen.Source(null, null, null) : task.source();
        return new TaskSheet.Description(
                task.summary(),
                task.measures(),
                area,
                task.proposalChannel(),
                task.startsOn(),
                task.endsOn(),
                task.visibility(),
                task.partnersOpen(),
                source.document(),
                source.publishedOn(),
                source.quotation());
    }

    private static List<TaskSheet.MilestoneLine> milestones(TaskThen task, Material material) {
        return task.milestones().stream()
                .map(one -> new TaskSheet.MilestoneLine(
                        one.title(),
                        one.dueOn(),
                        one.doneOn(),
                        one.lateOn(material.moment().day())))
                .toList();
    }

    private static List<IndicatorLine> indicators(TaskThen task, List<Measured> values) {
        Map<String, Measured> newest = new HashMap<>();
        values.forEach(value -> newest.put(value.indicator(), value));
        return task.indicators().stream()
                .map(indicator -> IndicatorLine.of(task.code(), indicator, newest.get(indicator.code())))
                .toList();
    }

    private static List<TaskSheet.ValueLine> series(List<Measured> values) {
        return values.stream()
                .map(value -> new TaskSheet.ValueLine(
                        value.indicator(), value.agency(), value.period(), value.value(), value.measuredOn()))
                .toList();
    }

    private List<Comparison.Event> history(Material material, String code) {
        return told.ofTask(code, material.moment()).stream()
                .filter(event -> TOLD_IN_HISTORY.contains(event.kind()))
                .filter(TaskSheetReading::saysSomething)
                .map(Comparison.Event::of)
                .toList();
    }

    /** Health is told anew also where its headline stays what it was. */
    private static boolean saysSomething(ToldEvent event) {
        return event.kind() == Kind.TASK || !String.valueOf(event.said("from")).equals(event.said("to"));
    }

    private List<TaskSheet.ReturnLine> returns(List<CheckpointThen> checkpoints, Material material) {
        Map<String, TaskSheet.Content> contents = contents(checkpoints);
        return checkpoints.stream()
                .map(checkpoint -> new TaskSheet.ReturnLine(
                        CheckpointLine.of(checkpoint, material.judged(checkpoint)), contents.get(checkpoint.id())))
                .toList();
    }

    /** Row security leaves out what the reader may not read. */
    private Map<String, TaskSheet.Content> contents(List<CheckpointThen> checkpoints) {
        List<CheckpointThen> accepted = checkpoints.stream()
                .filter(checkpoint -> checkpoint.acceptedNo() != null)
                .toList();
        Map<String, TaskSheet.Content> contents = new HashMap<>();
        sql.each(
                CONTENTS,
                row -> contents.put(row.getString("checkpoint"), content(row)),
                accepted.stream().map(CheckpointThen::id).toArray(String[]::new),
                accepted.stream()
                        .map(checkpoint -> checkpoint.acceptedNo().toString())
                        .toArray(String[]::new));
        return contents;
    }

    private TaskSheet.Content content(ResultSet row) throws SQLException {
        JsonNode content = json.read(row.getString("content"), JsonNode.class);
        return new TaskSheet.Content(
                row.getString("kind"),
                row.getObject("percent_complete", Integer.class),
                row.getString("declared_health"),
                content.path("achievements").textValue(),
                content.path("issues").textValue(),
                content.path("nextSteps").textValue(),
                Sql.instant(row, "submitted_at"));
    }
}
