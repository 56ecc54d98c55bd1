package kcs.progress.told;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Visibility;

/**
 * Answers how things stood at a past instant: the newest that was told of each and counts from no later. Row security
 * decides what there is; to be called inside a transaction.
 */
@Singleton
public class ToldReading {
    /** Of what belongs to no plan. */
    public static final String NO_PLAN = Telling.NO_PLAN;

    private static final String HEAD = "SELECT coalesce(max(seq), 0) AS head FROM told";

    private static final String LAST = """
            SELECT event_id, counts_from FROM told WHERE counts_from <= ? AND seq <= ?
            ORDER BY counts_from DESC, seq DESC LIMIT 1""";

    /** Nearly all that was told is from before: "is true" keeps it from being looked for in an index, which costs the most. */
    public static final String UNTIL = " AND (counts_from <= ? AND seq <= ?) IS TRUE";

    private static final String NEWEST = """
            SELECT DISTINCT ON (code) code, event_id, state FROM told
            WHERE kind = ? AND plan = ?""" + UNTIL + """

            ORDER BY code, epoch DESC, sequence DESC""";

    /** Of a hundred thousand it costs less to take out what is read than to read the whole state. */
    private static final String NEWEST_OF_CYCLE = """
            SELECT DISTINCT ON (code) code, task, agency, state ->> 'role' AS role, state ->> 'status' AS status,
                state ->> 'dueOn' AS due_on, state ->> 'extendedDueOn' AS extended_due_on,
                state ->> 'returnedDueOn' AS returned_due_on, state ->> 'locksOn' AS locks_on,
                state ->> 'firstSubmittedOn' AS first_submitted_on,
                (state ->> 'lastSubmittedAt')::timestamptz AS last_submitted_at,
                state ->> 'acceptedNo' AS accepted_no
            FROM told
            WHERE kind = 'CHECKPOINT' AND cycle = ?""" + UNTIL + """

            ORDER BY code, epoch DESC, sequence DESC""";

    private static final String CHECKPOINTS_OF_TASK = """
            SELECT DISTINCT ON (code) event_id, state FROM told
            WHERE kind = 'CHECKPOINT' AND task = ?""" + UNTIL + """

            ORDER BY code, epoch DESC, sequence DESC""";

    private static final String COLUMNS =
            "SELECT kind, visibility, participants, code, task, agency, cycle, type, counts_from, state, detail FROM told";

    private static final String OF_TASK = COLUMNS + " WHERE task = ?" + UNTIL + " ORDER BY counts_from, seq";

    private static final String BETWEEN =
            COLUMNS + " WHERE plan = ? AND counts_from > ?" + UNTIL + " ORDER BY counts_from, seq";

    private final Sql sql;
    private final ToldStates states;
    private final ColumnJson json;
    private final Clock clock;

    ToldReading(Sql sql, ToldStates states, ColumnJson json, Clock clock) {
        this.sql = sql;
        this.states = states;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The moment that a report answers for.
     *
     * @param asked null for now
     * @throws ProblemException 422 for the future
     */
    public Moment moment(Instant asked) {
        Instant now = clock.instant();
        Instant asOf = asked == null ? now : asked.truncatedTo(ChronoUnit.MICROS);
        if (asOf.isAfter(now)) {
            throw ProblemException.invalid(FieldError.of("asOf", "future-instant"));
        }
        long head = sql.one(HEAD, row -> row.getLong("head")).orElseThrow();
        Instant settlesAt = asOf.plus(ToldEvents.SETTLING);
        boolean settled = !settlesAt.isAfter(now);
        return sql.one(LAST, row -> moment(row, asOf, settlesAt, settled, head), asOf, head)
                .orElseGet(() -> new Moment(asOf, settlesAt, settled, null, null, head));
    }

    private static Moment moment(ResultSet row, Instant asOf, Instant settlesAt, boolean settled, long head)
            throws SQLException {
        UUID last = row.getObject("event_id", UUID.class);
        return new Moment(asOf, settlesAt, settled, last, Sql.instant(row, "counts_from"), head);
    }

    /**
     * Each thing of a kind as it stood, by its code.
     *
     * @param plan {@link #NO_PLAN} for agencies, which belong to none
     * @param type immutable
     */
    public <T> Map<String, T> newest(Kind kind, String plan, Moment moment, Class<T> type) {
        Map<String, T> found = new TreeMap<>();
        sql.each(
                NEWEST,
                row -> found.put(row.getString("code"), states.of(row, type)),
                kind,
                plan,
                moment.asOf(),
                moment.head());
        return found;
    }

    /**
     * Each checkpoint of a cycle as it stood, by its id; not all of them are in the memory at once.
     *
     * @param reader of rows with the columns of the event, and what of the state reports read, all but the instant as text
     */
    public void checkpoints(String cycle, Moment moment, Sql.RowConsumer reader) {
        sql.each(NEWEST_OF_CYCLE, reader, cycle, moment.asOf(), moment.head());
    }

    /** Each checkpoint of a task as it stood, by its id. */
    public <T> List<T> checkpointsOfTask(String task, Moment moment, Class<T> type) {
        return sql.list(CHECKPOINTS_OF_TASK, row -> states.of(row, type), task, moment.asOf(), moment.head());
    }

    /** All that was told of a task, its checkpoints and its health, oldest first. */
    public List<ToldEvent> ofTask(String task, Moment moment) {
        return sql.list(OF_TASK, this::event, task, moment.asOf(), moment.head());
    }

    /** All that was told of a plan after an instant, oldest first. */
    public List<ToldEvent> between(String plan, Instant after, Moment moment) {
        // Best found by the plan where it is small, by the times where they are near: the values decide.
        sql.planForValues();
        return sql.list(BETWEEN, this::event, plan, after, moment.asOf(), moment.head());
    }

    private ToldEvent event(ResultSet row) throws SQLException {
        return new ToldEvent(
                Kind.valueOf(row.getString("kind")),
                Visibility.valueOf(row.getString("visibility")),
                Set.of((String[]) row.getArray("participants").getArray()),
                row.getString("code"),
                row.getString("task"),
                row.getString("agency"),
                row.getString("cycle"),
                row.getString("type"),
                Sql.instant(row, "counts_from"),
                json.read(row.getBytes("state"), JsonNode.class),
                json.read(row.getBytes("detail"), JsonNode.class));
    }
}
