package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import kcs.chassis.json.ColumnJson;
import kcs.collaboration.content.TaskContent;

/** Reads tasks out of rows. */
@Singleton
class TaskRows {
    /** What a list shows of a task. */
    static final String BRIEF = "code, plan, no, content, origin, placeholder, visibility, visibility_reason,"
            + " participations, status, status_since, version, changed_at";

    /** All of a task. */
    static final String WHOLE = BRIEF + ", rescheduled";

    private final ColumnJson json;

    TaskRows(ColumnJson json) {
        this.json = json;
    }

    /** @param row with the columns of {@link #WHOLE} */
    Task task(ResultSet row) throws SQLException {
        Task.Rescheduling rescheduled = json.read(row.getString("rescheduled"), Task.Rescheduling.class);
        return new Task(plain(row), content(row), participations(row), rescheduled);
    }

    TaskRow plain(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getString("code"),
                row.getString("plan"),
                row.getInt("no"),
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("placeholder"),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("visibility_reason"),
                TaskStatus.valueOf(row.getString("status")),
                instant(row, "status_since"),
                row.getLong("version"),
                instant(row, "changed_at"));
    }

    TaskContent content(ResultSet row) throws SQLException {
        return json.read(row.getString("content"), TaskContent.class);
    }

    Participations participations(ResultSet row) throws SQLException {
        return json.read(row.getString("participations"), Participations.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
