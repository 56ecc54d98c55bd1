package kcs.progress.known;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;
import kcs.progress.events.EventConsumer;

/**
 * Keeps what the round needs to know of plans, agencies and tasks. It outlives the projection: an event that is read
 * again, because everything is, is older than what is known and does nothing.
 */
@Singleton
@Priority(10)
class KnownProjection implements EventConsumer {
    private static final String NEWER = " WHERE (known.epoch, known.sequence) < (excluded.epoch, excluded.sequence)";

    private static final String PLAN = """
            INSERT INTO known_plan AS known (code, title, epoch, sequence) VALUES (?, ?::jsonb, ?, ?)
            ON CONFLICT (code) DO UPDATE SET title = excluded.title, epoch = excluded.epoch, sequence = excluded.sequence
            """ + NEWER;

    private static final String AGENCY = """
            INSERT INTO known_agency AS known (code, names, parent, reports, status, epoch, sequence)
            VALUES (?, ?::jsonb, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET names = excluded.names, parent = excluded.parent,
                reports = excluded.reports, status = excluded.status, epoch = excluded.epoch, sequence = excluded.sequence
            """ + NEWER;

    private static final String TASK = """
            INSERT INTO known_task AS known (code, plan, title, visibility, participants, reporting, status, starts_on,
                ends_on, milestones, indicators, epoch, sequence)
            VALUES (?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
            ON CONFLICT (code) DO UPDATE SET plan = excluded.plan, title = excluded.title,
                visibility = excluded.visibility, participants = excluded.participants, reporting = excluded.reporting,
                status = excluded.status, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                milestones = excluded.milestones, indicators = excluded.indicators, epoch = excluded.epoch,
                sequence = excluded.sequence
            """ + NEWER;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transition(String reason) {}

    /** @param reports whether it has reporters of its own; an agency whose events do not say has */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reporting(String parent, Boolean reports) {}

    /** What the round reads of a task beside what the board reads; milestones and indicators are kept as they are told. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Course(LocalDate startsOn, LocalDate endsOn, JsonNode milestones, JsonNode indicators) {
        private static String list(JsonNode told) {
            return told == null || told.isNull() ? "[]" : told.toString();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PlanEvent(PlanState plan) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgencyEvent(AgencyState agency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgencyReporting(Reporting agency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TaskEvent(Transition transition, TaskState task) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TaskCourse(Course task) {}

    private final Sql sql;
    private final ColumnJson json;
    private final Event<TasksTold> told;

    KnownProjection(Sql sql, ColumnJson json, Event<TasksTold> told) {
        this.sql = sql;
        this.json = json;
        this.told = told;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kcs.agency.v1", "kcs.collaboration.v1");
    }

    @Override
    public void apply(List<InboxEvent> events) {
        List<TaskTold> tasks = new ArrayList<>();
        for (InboxEvent event : events) {
            String type = event.type();
            if (type.startsWith("task.") && event.topic().equals("kcs.collaboration.v1")) {
                keepTask(event, tasks);
            } else if (type.startsWith("plan.")) {
                PlanState plan = event.dataAs(PlanEvent.class).plan();
                sql.change(PLAN, plan.code(), json.text(plan.title()), event.epoch(), event.sequence());
            } else if (type.startsWith("agency.")) {
                keepAgency(event);
            }
        }
        if (!tasks.isEmpty()) {
            told.fire(new TasksTold(tasks));
        }
    }

    /** What is older than the state changes nothing here: no feed is kept. */
    @Override
    public void applyHistory(InboxEvent event) {}

    private void keepAgency(InboxEvent event) {
        AgencyState agency = event.dataAs(AgencyEvent.class).agency();
        Reporting reporting = event.dataAs(AgencyReporting.class).agency();
        sql.change(
                AGENCY,
                agency.code(),
                json.text(agency.names()),
                reporting.parent(),
                reporting.reports() == null || reporting.reports(),
                agency.status(),
                event.epoch(),
                event.sequence());
    }

    private void keepTask(InboxEvent event, List<TaskTold> tasks) {
        TaskEvent data = event.dataAs(TaskEvent.class);
        TaskState task = data.task();
        Course course = event.dataAs(TaskCourse.class).task();
        List<TaskState.Participation> reporting =
                task.current().stream().filter(part -> part.role().reports()).toList();
        int kept = sql.change(
                TASK,
                task.code(),
                task.plan(),
                json.text(task.title()),
                task.visibility(),
                task.participants().toArray(String[]::new),
                json.text(reporting),
                task.status(),
                course.startsOn(),
                course.endsOn(),
                Course.list(course.milestones()),
                Course.list(course.indicators()),
                event.epoch(),
                event.sequence());
        if (kept == 1) {
            String reason = data.transition() == null ? null : data.transition().reason();
            tasks.add(new TaskTold(task.code(), task.plan(), task.status(), reason));
        }
    }
}
