package kcs.progress.worklist;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.directory.Label;

/** Draws up a caller's list in one statement, so that its counts and its items are of one moment. */
@Singleton
class WorklistReading {

    /** The column that holds the counts. */
    private static final class Counts extends EnumMap<WorkKind, Long> {
        private static final long serialVersionUID = 1L;

        Counts() {
            super(WorkKind.class);
        }
    }

    private final Sql sql;
    private final ColumnJson json;
    private final CurrentCaller current;
    private final Clock clock;

    WorklistReading(Sql sql, ColumnJson json, CurrentCaller current, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /** @param agencies of which the list is wanted; empty for all */
    @Transactional
    Worklist draw(List<String> agencies) {
        Caller caller = current.get();
        LocalDate today = Seoul.today(clock);
        Map<WorkKind, Long> counts = new EnumMap<>(WorkKind.class);
        WorkKind.of(caller).forEach(kind -> counts.put(kind, 0L));
        if (counts.isEmpty()) {
            return new Worklist(today, counts, List.of(), false);
        }
        List<Worklist.Item> items = sql.list(
                WorklistSql.of(caller, today),
                row -> {
                    counts.putAll(json.read(row.getString("counts"), Counts.class));
                    return item(row, caller);
                },
                (Object) (agencies.isEmpty() ? null : agencies.toArray(String[]::new)));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Worklist(today, counts, items, all > items.size());
    }

    private Worklist.Item item(ResultSet row, Caller caller) throws SQLException {
        WorkKind kind = WorkKind.valueOf(row.getString("kind"));
        String title = row.getString("title");
        boolean submitted = kind == WorkKind.SUBMITTED;
        return new Worklist.Item(
                kind,
                row.getString("checkpoint"),
                row.getString("task"),
                title == null ? null : json.read(title, Label.class),
                row.getString("cycle"),
                row.getString("period"),
                row.getString("agency"),
                json.read(row.getString("agency_name"), Label.class),
                row.getString("checkpoint") == null ? null : row.getObject("owed_on", LocalDate.class),
                row.getString("checkpoint") == null ? 0 : row.getInt("days_late"),
                Sql.instant(row, "since"),
                row.getString("why"),
                row.getBoolean("draft_saved"),
                submitted ? !caller.subject().equals(row.getString("submitted_by")) : null,
                kind == WorkKind.EXTENSION_ASKED ? request(row, caller) : null,
                row.getString("opinion") == null ? null : advice(row),
                row.getObject("version", Long.class));
    }

    private static Worklist.Request request(ResultSet row, Caller caller) throws SQLException {
        return new Worklist.Request(
                row.getObject("extension", UUID.class),
                row.getObject("wanted_until", LocalDate.class),
                !caller.subject().equals(row.getString("asked_by")),
                row.getLong("extension_version"));
    }

    private static Worklist.Advice advice(ResultSet row) throws SQLException {
        return new Worklist.Advice(
                row.getObject("opinion", UUID.class),
                row.getString("meeting"),
                row.getString("opinion_text"),
                row.getString("answer"),
                row.getLong("opinion_version"));
    }
}
