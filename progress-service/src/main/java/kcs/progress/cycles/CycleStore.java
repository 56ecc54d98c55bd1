package kcs.progress.cycles;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.calendar.DueDate;
import kcs.progress.calendar.DueDerivation;

/** Finds cycles and keeps what becomes of them, each change with a line of history and the event that tells of it. */
@Singleton
class CycleStore {
    static final String COLUMNS = "plan, period, opens_on, nominal_due_on, due_on, due_derivation, locks_on, guidance,"
            + " status, version, changed_at, changed_by";
    private static final String ONE = "SELECT " + COLUMNS + " FROM cycle WHERE id = ?";

    private static final String ADD = """
            INSERT INTO cycle (id, plan, period, period_starts_on, period_ends_on, opens_on, nominal_due_on, due_on,
                due_derivation, locks_on, guidance, status, version, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT DO NOTHING""";

    private static final String KEEP = """
            UPDATE cycle SET opens_on = ?, nominal_due_on = ?, due_on = ?, due_derivation = ?::jsonb, locks_on = ?,
                guidance = ?, status = ?, version = ?, changed_at = ?, changed_by = ?::jsonb WHERE id = ?""";

    private static final String RECORD = """
            INSERT INTO cycle_history (cycle, version, at, actor, actor_agency, from_status, to_status, reason, changed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /**
     * What was done to a cycle.
     *
     * @param from null when it was planned
     * @param changed what else changed
     */
    record Line(CycleStatus from, CycleStatus to, String reason, List<String> changed) {

        static Line planned() {
            return new Line(null, CycleStatus.PLANNED, null, List.of());
        }

        static Line moved(Cycle.Moved moved, String reason) {
            return new Line(moved.from(), moved.to(), reason, List.of());
        }

        static Line changed(List<String> fields) {
            return new Line(null, null, null, fields);
        }
    }

    record Transition(CycleStatus from, CycleStatus to, String reason, String actorAgency) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            Transition transition,
            List<String> changed,

            @JsonIgnoreProperties("changedBy") CycleView cycle) {}

    private final Sql sql;
    private final ColumnJson json;

    CycleStore(Sql sql, ColumnJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** @throws ProblemException 404 when there is none */
    Cycle get(String id) {
        return sql.one(ONE, this::cycle, id).orElseThrow(() -> ProblemException.notFound(id));
    }

    /**
     * The cycle, locked until the transaction ends.
     *
     * @throws ProblemException 404 when there is none
     */
    Cycle forChange(String id) {
        return sql.one(ONE + " FOR UPDATE", this::cycle, id).orElseThrow(() -> ProblemException.notFound(id));
    }

    /** @throws ProblemException 409 when the plan has a cycle of this period */
    OutboxEvent add(Cycle cycle, Caller actor) {
        cycle.madeBy(ChangedBy.of(actor));
        Cycle.Dates dates = cycle.dates();
        int added = sql.change(
                ADD,
                cycle.id(),
                cycle.plan(),
                cycle.period().text(),
                cycle.period().startsOn(),
                cycle.period().endsOn(),
                dates.opensOn(),
                dates.due().nominalDueOn(),
                dates.due().dueOn(),
                json.text(dates.due().dueDerivation()),
                dates.locksOn(),
                cycle.guidance(),
                cycle.status(),
                cycle.version(),
                cycle.changedAt(),
                changedBy(cycle));
        if (added == 0) {
            throw new ProblemException(409, "cycle-exists", cycle.id());
        }
        return recorded(cycle, Line.planned(), actor);
    }

    OutboxEvent keep(Cycle cycle, Line line, Caller actor) {
        cycle.madeBy(ChangedBy.of(actor));
        Cycle.Dates dates = cycle.dates();
        sql.change(
                KEEP,
                dates.opensOn(),
                dates.due().nominalDueOn(),
                dates.due().dueOn(),
                json.text(dates.due().dueDerivation()),
                dates.locksOn(),
                cycle.guidance(),
                cycle.status(),
                cycle.version(),
                cycle.changedAt(),
                changedBy(cycle),
                cycle.id());
        return recorded(cycle, line, actor);
    }

    private OutboxEvent recorded(Cycle cycle, Line line, Caller actor) {
        sql.change(
                RECORD,
                cycle.id(),
                cycle.version(),
                cycle.changedAt(),
                actor.subject(),
                actor.agency(),
                line.from(),
                line.to(),
                line.reason(),
                line.changed().toArray(String[]::new));
        boolean moved = line.to() != null;
        Transition transition = moved ? new Transition(line.from(), line.to(), line.reason(), actor.agency()) : null;
        Data data = new Data(transition, moved ? null : line.changed(), CycleView.brief(cycle, actor));
        String type = moved ? "cycle.status-changed" : "cycle.changed";
        return new OutboxEvent("cycle/" + cycle.id(), cycle.id(), type, cycle.id(), data);
    }

    private String changedBy(Cycle cycle) {
        return cycle.changedBy() == null ? null : json.text(cycle.changedBy());
    }

    /** @param row with {@link #COLUMNS} */
    Cycle cycle(ResultSet row) throws SQLException {
        DueDate due = new DueDate(
                row.getObject("nominal_due_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                json.read(row.getString("due_derivation"), DueDerivation.class));
        String changedBy = row.getString("changed_by");
        Cycle cycle = new Cycle(
                row.getString("plan"),
                Period.parse(row.getString("period")).orElseThrow(),
                new Cycle.Dates(
                        row.getObject("opens_on", LocalDate.class), due, row.getObject("locks_on", LocalDate.class)),
                row.getString("guidance"),
                CycleStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                Sql.instant(row, "changed_at"));
        return changedBy == null ? cycle : cycle.madeBy(json.read(changedBy, ChangedBy.class));
    }
}
