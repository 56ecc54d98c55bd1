package kcs.progress.health;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.json.ColumnJson;
import kcs.progress.healthrule.Figures;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.Reason;
import kcs.progress.healthrule.Standing;

/**
 * Locks and keeps the health of many tasks at once.
 *
 * <p>Health follows from what all agencies of a task did, and is reckoned in the transaction of any of them, also of one
 * that no longer takes part and so sees its own checkpoint alone. Statements here therefore look with the service's own
 * eyes, a planner's, and give the caller's back at their end; nothing that they read goes to the caller.
 */
@Singleton
class HealthStore {
    private static final String OWN_EYES = """
            SELECT set_config('kcs.roles_before', coalesce(current_setting('kcs.roles', true), ''), true),
                set_config('kcs.roles', 'planner', true);
            """;

    private static final String CALLERS_EYES =
            "; SELECT set_config('kcs.roles', current_setting('kcs.roles_before'), true)";

    /** Before the facts and not with them: a statement sees what was committed before it began, not before its locks. */
    private static final String LOCK =
            "SELECT " + HealthRows.KEPT + " FROM health WHERE task = ANY (?) ORDER BY task FOR NO KEY UPDATE;\n";

    private static final String BEGIN = """
            INSERT INTO health (task, reasons, since, version, changed_at, reckoned_at)
            SELECT task, '[]', ?, 0, ?, ? FROM unnest(?) AS begun (task) ORDER BY task
            ON CONFLICT DO NOTHING""";

    private static final String KEEP = """
            WITH next AS (
                SELECT * FROM jsonb_to_recordset(?::jsonb) AS next (task text, declared text, assessed text, derived text,
                    reasons jsonb, figures jsonb, percent int, cycle text, since timestamptz, version bigint,
                    changed timestamptz, reckoned timestamptz, moved boolean, visibility text, previous text,
                    seen text)),
            line AS (
                INSERT INTO health_history (task, version, at, declared, assessed, derived, reasons, figures, percent,
                    cycle, since, visibility, previous, previous_visibility, rule, reason, actor, actor_agency)
                SELECT task, version, changed, declared, assessed, derived, reasons, figures, percent, cycle, since,
                    visibility, previous, seen, ?, ?, ?, ? FROM next WHERE moved)
            UPDATE health SET declared = next.declared, assessed = next.assessed, derived = next.derived,
                reasons = next.reasons, figures = next.figures, percent = next.percent, cycle = next.cycle,
                since = next.since, version = next.version, changed_at = next.changed, reckoned_at = next.reckoned,
                previous = next.previous, previous_visibility = next.seen, rule = ?
            FROM next WHERE health.task = next.task""";

    private final DataSource database;
    private final HealthRows rows;
    private final ColumnJson columns;

    HealthStore(DataSource database, HealthRows rows, ColumnJson columns) {
        this.database = database;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Something to be kept.
     *
     * @param moved whether it is a version of its own, with a line of history
     * @param visibility of the task
     */
    record Change(Health after, boolean moved, String visibility) {}

    /** The health of these tasks, locked in the order of their codes, and what it follows from: in one round trip. */
    List<Examined> examine(Collection<String> tasks, LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(OWN_EYES + LOCK + HealthFactsSql.FACTS + CALLERS_EYES)) {
            java.sql.Array codes = connection.createArrayOf("text", tasks.toArray());
            select.setArray(1, codes);
            select.setObject(2, today);
            select.setArray(3, codes);
            select.execute();
            select.getMoreResults();
            Map<String, Health> kept = new HashMap<>();
            try (ResultSet row = select.getResultSet()) {
                while (row.next()) {
                    kept.put(row.getString("task"), rows.health(row));
                }
            }
            select.getMoreResults();
            List<Examined> examined = new ArrayList<>();
            try (ResultSet row = select.getResultSet()) {
                while (row.next()) {
                    examined.add(rows.examined(row, kept.get(row.getString("code"))));
                }
            }
            return examined;
        } catch (SQLException e) {
            throw new IllegalStateException("what health follows from could not be read", e);
        }
    }

    /** Gives tasks that have none a health that says nothing yet; whoever begins the same one waits here. */
    void begin(List<String> tasks, Instant now) {
        OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(OWN_EYES + BEGIN + CALLERS_EYES)) {
            insert.setObject(1, at);
            insert.setObject(2, at);
            insert.setObject(3, at);
            insert.setArray(4, connection.createArrayOf("text", tasks.toArray()));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("health could not be begun", e);
        }
    }

    /** Keeps what changed, and a line of history of each that moved, in one round trip. */
    void keep(List<Change> changes, String rule, Caller actor, String reason) {
        List<Row> kept = changes.stream().map(Row::of).toList();
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(OWN_EYES + KEEP + CALLERS_EYES)) {
            keep.setString(1, columns.text(kept));
            keep.setString(2, rule);
            keep.setString(3, reason);
            keep.setString(4, actor.subject());
            keep.setString(5, actor.agency());
            keep.setString(6, rule);
            keep.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("health could not be kept", e);
        }
    }

    /** A change as the statement reads it: property by column. */
    private record Row(
            String task,
            HealthState declared,
            HealthState assessed,
            HealthState derived,
            List<Reason> reasons,
            Figures figures,
            Integer percent,
            String cycle,
            Instant since,
            long version,
            Instant changed,
            Instant reckoned,
            boolean moved,
            String visibility,
            HealthState previous,
            String seen) {

        static Row of(Change change) {
            Health after = change.after();
            Standing standing = after.standing();
            return new Row(
                    after.task(),
                    standing.declared(),
                    standing.assessed(),
                    standing.derived(),
                    standing.reasons(),
                    standing.figures(),
                    standing.percentComplete(),
                    standing.cycle(),
                    after.since(),
                    after.version(),
                    after.changedAt(),
                    after.reckonedAt(),
                    change.moved(),
                    change.visibility(),
                    after.previous(),
                    after.previousVisibility());
        }
    }
}
