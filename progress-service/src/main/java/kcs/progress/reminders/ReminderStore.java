package kcs.progress.reminders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.sql.Sql;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointEvents;
import kcs.progress.checkpoints.CheckpointRows;
import kcs.progress.reminders.Reminder.Stage;

/** Makes reminders and tells of them, both in one transaction. */
@Singleton
class ReminderStore {

    /** When agencies are reminded. */
    @ConfigMapping(prefix = "kcs.reminders")
    interface Settings {
        /** Days before the due day. */
        @WithDefault("7,1")
        List<Integer> beforeDays();
    }

    /** The most that one transaction makes. */
    static final int PORTION = 500;

    /**
     * Of each checkpoint that is owed, the newest stage that the day has reached; the ones before it that nobody made are
     * not made any more. A stage of before the checkpoint became what it is (opened, returned, extended) is none. The rows
     * are locked, so that what is told of them is what they are until it is told.
     */
    private static final String MAKE = """
            WITH due AS (
                SELECT c.id, c.agency, s.*
                FROM (SELECT ?::date AS today, ?::int[] AS before) asked
                CROSS JOIN checkpoint c
                JOIN cycle y ON y.id = c.cycle
                CROSS JOIN LATERAL (SELECT owed_on(c) AS due_on, owed_on(c) - asked.today AS ahead) d
                CROSS JOIN LATERAL (
                    SELECT 'OVERDUE' AS stage, d.due_on, 0 AS days
                    WHERE d.ahead < 0 AND c.status = 'OPEN' AND c.first_submitted_at IS NULL
                    UNION ALL
                    SELECT r.stage, d.due_on, r.days
                    FROM (SELECT CASE sign(d.ahead) WHEN 1 THEN 'BEFORE' WHEN 0 THEN 'ON' ELSE 'AFTER' END AS stage,
                                 CASE WHEN d.ahead > 0
                                          THEN (SELECT min(day) FROM unnest(asked.before) AS day WHERE day >= d.ahead)
                                      WHEN d.ahead = 0 THEN 0
                                      WHEN d.ahead > -7 THEN 1
                                      ELSE -d.ahead / 7 * 7 END AS days) r
                    WHERE d.due_on + CASE r.stage WHEN 'BEFORE' THEN -r.days ELSE r.days END
                              >= (c.changed_at AT TIME ZONE 'Asia/Seoul')::date
                      AND can_be_filed(c, y.status = 'CLOSED', asked.today)) s
                WHERE c.status IN ('OPEN', 'RETURNED')
                  AND NOT EXISTS (SELECT FROM reminder
                      WHERE checkpoint = c.id AND (due_on, stage, days) = (s.due_on, s.stage, s.days))
                ORDER BY c.id, s.stage DESC
                LIMIT ?
                FOR NO KEY UPDATE OF c)
            INSERT INTO reminder (checkpoint, agency, stage, due_on, days, made_at)
            SELECT id, agency, stage, due_on, days, ? FROM due
            ON CONFLICT DO NOTHING
            RETURNING checkpoint, stage, due_on, days""";

    private static final String REMINDED =
            "SELECT " + CheckpointRows.COLUMNS + " FROM " + CheckpointRows.FROM + " WHERE c.id = ANY (?)";

    /** What is told of a reminder. */
    record Reminded(Stage stage, int days, LocalDate on) {}

    /** The data of {@code checkpoint.reminded}. */
    record RemindedData(Reminded reminder, CheckpointEvents.State checkpoint) {}

    /** The data of {@code checkpoint.overdue}. */
    record OverdueData(CheckpointEvents.State checkpoint) {}

    private final Sql sql;
    private final CheckpointRows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final int[] beforeDays;

    ReminderStore(Sql sql, CheckpointRows rows, Outbox outbox, Clock clock, Settings settings) {
        this.sql = sql;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
        this.beforeDays =
                settings.beforeDays().stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Makes what the day asks for and was not made before.
     *
     * @return how many; there may be more when it is {@link #PORTION}
     */
    @Transactional
    int make(LocalDate today) {
        List<Reminder> made = sql.list(MAKE, ReminderStore::reminder, today, beforeDays, PORTION, clock.instant());
        if (!made.isEmpty()) {
            outbox.append(events(made));
        }
        return made.size();
    }

    private List<OutboxEvent> events(List<Reminder> made) {
        String[] ids = made.stream().map(Reminder::checkpoint).distinct().toArray(String[]::new);
        Map<String, Checkpoint> checkpoints = sql.list(REMINDED, rows::checkpoint, (Object) ids).stream()
                .collect(Collectors.toMap(Checkpoint::id, Function.identity()));
        List<OutboxEvent> events = new ArrayList<>();
        for (Reminder reminder : made) {
            events.add(event(reminder, checkpoints.get(reminder.checkpoint())));
        }
        return events;
    }

    private static OutboxEvent event(Reminder reminder, Checkpoint checkpoint) {
        CheckpointEvents.State state = CheckpointEvents.state(checkpoint);
        if (reminder.stage() == Stage.OVERDUE) {
            return CheckpointEvents.event("checkpoint.overdue", checkpoint, new OverdueData(state));
        }
        Reminded said = new Reminded(reminder.stage(), reminder.days(), reminder.on());
        return CheckpointEvents.event("checkpoint.reminded", checkpoint, new RemindedData(said, state));
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        return new Reminder(
                row.getString("checkpoint"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("days"));
    }
}
