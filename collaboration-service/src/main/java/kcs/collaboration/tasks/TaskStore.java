package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;

/**
 * Finds tasks for a change and keeps what came of it: the task, a line of its history, the event, in this order. In SQL:
 * moving a task is what the suite does most, and each round trip spared counts. The task and its line go together.
 */
@Singleton
class TaskStore {
    private static final String LOCK = "SELECT " + TaskRows.WHOLE + " FROM task WHERE code = ? FOR NO KEY UPDATE";
    private static final String EXISTS = "SELECT FROM task WHERE code = ?";

    private static final String ADD = """
            INSERT INTO task (no, plan, status, status_since, version, changed_at, content, origin, placeholder,
                visibility, visibility_reason, participations, participants, rescheduled, code)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?)""";

    /** What a move leaves alone is not written again. */
    private static final String MOVE =
            "UPDATE task SET status = ?, status_since = ?, version = ?, changed_at = ? WHERE code = ?";

    private static final String REWRITE = """
            UPDATE task SET status = ?, status_since = ?, version = ?, changed_at = ?, content = ?::jsonb, origin = ?,
                placeholder = ?, visibility = ?, visibility_reason = ?, participations = ?::jsonb, participants = ?,
                rescheduled = ?::jsonb WHERE code = ?""";

    private static final String RECORD = """
            ; INSERT INTO task_revision (id, task, version, at, actor, actor_agency, action, from_status, to_status,
                reason, changes, visibility)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private final DataSource database;
    private final TaskRows rows;
    private final ColumnJson columns;
    private final Outbox outbox;
    private final Idempotency idempotency;

    TaskStore(DataSource database, TaskRows rows, ColumnJson columns, Outbox outbox, Idempotency idempotency) {
        this.database = database;
        this.rows = rows;
        this.columns = columns;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /**
     * The task, locked until the transaction ends.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    Task forChange(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.notFound(code);
                }
                return rows.task(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a task could not be read", e);
        }
    }

    /** Whether there is such a task that the caller may see. */
    boolean exists(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EXISTS)) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a task could not be looked for", e);
        }
    }

    /** Keeps a task that enters the plan. */
    void add(Task task, TaskRevision revision, OutboxEvent event) {
        keep(ADD, task, revision, event, parameters -> {
            parameters.add(task.no()).add(task.plan());
            bindStanding(parameters, task);
            bindContent(parameters, task);
        });
    }

    /** Keeps where a locked task stands now. */
    void move(Task task, TaskRevision revision, OutboxEvent event) {
        keep(MOVE, task, revision, event, parameters -> bindStanding(parameters, task));
    }

    /** Keeps all of a locked task. */
    void rewrite(Task task, TaskRevision revision, OutboxEvent event) {
        keep(REWRITE, task, revision, event, parameters -> {
            bindStanding(parameters, task);
            bindContent(parameters, task);
        });
    }

    /** Binds what a statement says of a task, up to its code. */
    @FunctionalInterface
    private interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }

    private void keep(String sql, Task task, TaskRevision revision, OutboxEvent event, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql + RECORD)) {
            Parameters parameters = new Parameters(statement);
            binding.bind(parameters);
            parameters.add(task.code());
            bind(parameters, revision);
            statement.execute();
            if (statement.getUpdateCount() != 1) {
                throw new IllegalStateException(task.code() + " was not kept");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a task could not be kept", e);
        }
        outbox.append(event);
    }

    private static void bindStanding(Parameters parameters, Task task) throws SQLException {
        parameters
                .add(task.status().name())
                .add(task.statusSince())
                .add(task.version())
                .add(task.changedAt());
    }

    private void bindContent(Parameters parameters, Task task) throws SQLException {
        parameters
                .add(columns.text(task.content()))
                .add(task.origin().name())
                .add(task.placeholder())
                .add(task.visibility().name())
                .add(task.visibilityReason())
                .add(columns.text(task.participations()))
                .add(task.participations().current().toArray(String[]::new))
                .add(columns.text(task.rescheduled()));
    }

    private void bind(Parameters parameters, TaskRevision revision) throws SQLException {
        parameters
                .add(UUID.randomUUID())
                .add(revision.task())
                .add(revision.version())
                .add(revision.at())
                .add(revision.actor().subject())
                .add(revision.actor().agency())
                .add(revision.action().name())
                .add(name(revision.fromStatus()))
                .add(name(revision.toStatus()))
                .add(revision.reason())
                .add(columns.text(revision.changes()))
                .add(revision.visibility().name());
    }

    private static String name(TaskStatus status) {
        return status == null ? null : status.name();
    }

    /** Sets one parameter after the other. */
    private static final class Parameters {
        private final PreparedStatement statement;
        private int index;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters add(Object value) throws SQLException {
            Object bound = value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
            statement.setObject(++index, bound);
            return this;
        }
    }

    Reply reply(int status, Task task, Caller caller) {
        String location = status == 201 ? "/api/v1/tasks/" + task.code() : null;
        return idempotency.reply(status, location, task.version(), task.view(allowed(task.status(), caller)));
    }

    /** Where this caller may move a task: planners along the table, the others nowhere. */
    static List<TaskStatus> allowed(TaskStatus status, Caller caller) {
        return caller.is(Role.PLANNER) ? status.next().stream().sorted().toList() : List.of();
    }
}
