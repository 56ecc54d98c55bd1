package kcs.progress.checkpoints;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Label;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.Visibility;

/** Reads checkpoints out of rows. */
@Singleton
public class CheckpointRows {
    /**
     * What is read of a checkpoint, of {@link #FROM}. The last is what the function {@code agency_reports} says, asked once
     * for many rows.
     */
    public static final String COLUMNS = "c.id, c.cycle, c.plan, c.period, c.task, c.agency, c.role, c.agency_then,"
            + " c.status, c.due_on, c.locks_on, c.extended_due_on, c.returned_due_on, c.first_submitted_at,"
            + " c.last_submitted_at, c.latest_no, c.accepted_no, c.accepted_percent, c.accepted_health, c.submitted_by,"
            + " c.reason, c.version, c.changed_at, t.title AS task_title, t.visibility, t.participants,"
            + " y.status AS cycle_status, y.guidance, EXISTS (SELECT FROM known_agency a"
            + " WHERE a.code = c.agency AND a.reports AND a.status = 'ACTIVE') AS agency_reports";

    /** Checkpoints {@code c} with their task {@code t} and cycle {@code y}. */
    public static final String FROM =
            "checkpoint c JOIN known_task t ON t.code = c.task JOIN cycle y ON y.id = c.cycle";

    private final ColumnJson json;

    CheckpointRows(ColumnJson json) {
        this.json = json;
    }

    /** @param row with {@link #COLUMNS} */
    public Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(duty(row), filed(row), standing(row));
    }

    private Duty duty(ResultSet row) throws SQLException {
        AgencyState.Name then = json.read(row.getString("agency_then"), AgencyState.Name.class);
        return new Duty(
                row.getString("id"),
                row.getString("cycle"),
                row.getString("plan"),
                row.getString("period"),
                row.getString("task"),
                json.read(row.getString("task_title"), Label.class),
                Visibility.valueOf(row.getString("visibility")),
                Set.of((String[]) row.getArray("participants").getArray()),
                row.getString("agency"),
                then.name(),
                row.getBoolean("agency_reports"),
                ParticipationRole.valueOf(row.getString("role")),
                date(row, "due_on"),
                date(row, "locks_on"),
                row.getString("cycle_status").equals("CLOSED"),
                row.getString("guidance"));
    }

    private static Filed filed(ResultSet row) throws SQLException {
        return new Filed(
                Sql.instant(row, "first_submitted_at"),
                Sql.instant(row, "last_submitted_at"),
                row.getInt("latest_no"),
                row.getObject("accepted_no", Integer.class),
                row.getObject("accepted_percent", Integer.class),
                row.getString("accepted_health"),
                row.getString("submitted_by"));
    }

    private static Checkpoint.Standing standing(ResultSet row) throws SQLException {
        return new Checkpoint.Standing(
                CheckpointStatus.valueOf(row.getString("status")),
                date(row, "extended_due_on"),
                date(row, "returned_due_on"),
                row.getString("reason"),
                row.getLong("version"),
                Sql.instant(row, "changed_at"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
