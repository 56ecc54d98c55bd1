package kcs.progress.known;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;
import kcs.progress.events.EventConsumer;
import kcs.progress.known.ToldEvents.Agency;
import kcs.progress.known.ToldEvents.AgencyEvent;
import kcs.progress.known.ToldEvents.PlanEvent;
import kcs.progress.known.ToldEvents.Task;
import kcs.progress.known.ToldEvents.TaskEvent;

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
        sql.changeEach(PLAN, of("plan.", events).map(this::plan).toList());
        sql.changeEach(AGENCY, of("agency.", events).map(this::agency).toList());
        keepTasks(of("task.", events).toList());
    }

    /** What is older than the state changes nothing here: no feed is kept. */
    @Override
    public void applyHistory(InboxEvent event) {}

    private static Stream<InboxEvent> of(String kind, List<InboxEvent> events) {
        return events.stream().filter(event -> event.type().startsWith(kind));
    }

    private Object[] plan(InboxEvent event) {
        PlanState plan = event.dataAs(PlanEvent.class).plan();
        return new Object[] {plan.code(), json.text(plan.title()), event.epoch(), event.sequence()};
    }

    private Object[] agency(InboxEvent event) {
        Agency agency = event.dataAs(AgencyEvent.class).agency();
        return new Object[] {
            agency.state().code(),
            json.text(agency.state().names()),
            agency.parent(),
            agency.reports() == null || agency.reports(),
            agency.state().status(),
            event.epoch(),
            event.sequence()
        };
    }

    /** Tells of those that are newer than what was known, however many there are of a task. */
    private void keepTasks(List<InboxEvent> events) {
        List<TaskTold> tasks = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (InboxEvent event : events) {
            TaskEvent data = event.dataAs(TaskEvent.class);
            tasks.add(data.told());
            rows.add(task(event, data.task()));
        }
        int[] kept = sql.changeEach(TASK, rows);
        List<TaskTold> newer = IntStream.range(0, kept.length)
                .filter(i -> kept[i] == 1)
                .mapToObj(tasks::get)
                .toList();
        if (!newer.isEmpty()) {
            told.fire(new TasksTold(newer));
        }
    }

    private Object[] task(InboxEvent event, Task task) {
        TaskState state = task.state();
        List<TaskState.Participation> reporting =
                state.current().stream().filter(part -> part.role().reports()).toList();
        return new Object[] {
            state.code(),
            state.plan(),
            json.text(state.title()),
            state.visibility(),
            state.participants().toArray(String[]::new),
            json.text(reporting),
            state.status(),
            task.startsOn(),
            task.endsOn(),
            Task.list(task.milestones()),
            Task.list(task.indicators()),
            event.epoch(),
            event.sequence()
        };
    }
}
