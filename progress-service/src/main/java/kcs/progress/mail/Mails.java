package kcs.progress.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Label;

/** Which mail is whose to send, and what became of it. */
@Singleton
class Mails {

    /** Longer than any server may take for one: who holds one for so long is no more. */
    private static final Duration LOST = Duration.ofMinutes(10);

    /** Agencies with something to send today. Who has no reporters is not written to: planners file for it. */
    private static final String DUE = """
            SELECT w.agency FROM (
                SELECT agency FROM reminder WHERE mailed_on IS NULL AND stage <> 'OVERDUE'
                UNION SELECT agency FROM mail WHERE state IN ('FAILED', 'UNADDRESSED') AND next_try_at <= ?) w
            LEFT JOIN mail m ON m.agency = w.agency AND m.day = ?
            WHERE (m.state IS NULL OR m.state = 'DROPPED' OR m.next_try_at <= ?) AND agency_reports(w.agency)
            ORDER BY w.agency""";

    private static final String CLAIM = """
            INSERT INTO mail AS m (agency, day, state, attempts, claimed_at) VALUES (?, ?, 'CLAIMED', 1, ?)
            ON CONFLICT (agency, day) DO UPDATE SET state = 'CLAIMED', attempts = m.attempts + 1,
                claimed_at = excluded.claimed_at, settled_at = NULL, next_try_at = NULL, problem = NULL
            WHERE m.state = 'DROPPED' OR m.next_try_at <= excluded.claimed_at
            RETURNING attempts""";

    /** What an earlier day's mail did not bring goes into this one. */
    private static final String GATHER = """
            WITH earlier AS (
                UPDATE mail SET state = 'DROPPED', settled_at = ?, next_try_at = NULL
                WHERE agency = ? AND day < ? AND state IN ('FAILED', 'UNADDRESSED') RETURNING day)
            UPDATE reminder SET mailed_on = ?
            WHERE agency = ? AND stage <> 'OVERDUE' AND (mailed_on IS NULL OR mailed_on IN (SELECT day FROM earlier))""";

    private static final String LINES = """
            SELECT c.task, c.period, c.status, owed_on(c) AS due_on, owed_on(c) - ?::date AS ahead,
                CASE t.visibility WHEN 'PUBLIC' THEN t.title END AS title
            FROM checkpoint c JOIN cycle y ON y.id = c.cycle JOIN known_task t ON t.code = c.task
            WHERE can_be_filed(c, y.status = 'CLOSED', ?)
              AND c.id IN (SELECT checkpoint FROM reminder WHERE agency = ? AND mailed_on = ? AND due_on = owed_on(c))
            ORDER BY owed_on(c), c.id""";

    private static final String SETTLE = """
            UPDATE mail SET state = ?, settled_at = ?, next_try_at = ?, problem = ?
            WHERE agency = ? AND day = ? AND attempts = ? AND state IN ('CLAIMED', 'UNCERTAIN')""";

    private static final String ABANDON = """
            UPDATE mail SET state = 'UNCERTAIN', settled_at = ?, problem = 'its sender ended before it could tell'
            WHERE state = 'CLAIMED' AND claimed_at < ? RETURNING agency, day""";

    private static final String COUNT = """
            SELECT state, count(*) AS mails FROM mail WHERE state IN ('FAILED', 'UNCERTAIN', 'UNADDRESSED')
            GROUP BY state""";

    /** A mail that is the caller's to send, and nobody else's. */
    record Claim(String agency, LocalDate day, int attempt, List<Digest.Line> lines) {}

    private final Sql sql;
    private final ColumnJson json;
    private final MailSettings settings;
    private final Clock clock;

    Mails(Sql sql, ColumnJson json, MailSettings settings, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** Agencies that are to be written to. */
    @Transactional
    List<String> due(LocalDate today) {
        Instant now = clock.instant();
        return sql.list(DUE, row -> row.getString("agency"), now, today, now);
    }

    /** The agency's mail of the day, with what is owed still; empty when it is another's, or there is nothing left to say. */
    @Transactional
    Optional<Claim> claim(String agency, LocalDate today) {
        Instant now = clock.instant();
        Optional<Integer> attempt = sql.one(CLAIM, row -> row.getInt("attempts"), agency, today, now);
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        sql.change(GATHER, now, agency, today, today, agency);
        Claim claim = new Claim(agency, today, attempt.get(), sql.list(LINES, this::line, today, today, agency, today));
        if (claim.lines().isEmpty()) {
            settle(claim, MailState.DROPPED, null);
            return Optional.empty();
        }
        return Optional.of(claim);
    }

    /** Keeps what became of a mail. */
    @Transactional
    void settle(Claim claim, MailState state, String problem) {
        Instant now = clock.instant();
        Instant next = switch (state) {
            case FAILED -> now.plus(settings.pause(claim.attempt()));
            case UNADDRESSED -> now.plus(settings.longestRetry());
            case CLAIMED, SENT, UNCERTAIN, DROPPED -> null;
        };
        sql.change(SETTLE, state, now, next, problem, claim.agency(), claim.day(), claim.attempt());
    }

    /** Gives up the mails of senders that are no more; returns whose. */
    @Transactional
    List<String> abandonLost() {
        Instant now = clock.instant();
        return sql.list(ABANDON, row -> row.getString("agency") + " of " + row.getString("day"), now, now.minus(LOST));
    }

    /** How many mails stand so, of the states that are worth a look. */
    @Transactional
    Map<MailState, Long> counts() {
        return sql
                .list(COUNT, row -> Map.entry(MailState.valueOf(row.getString("state")), row.getLong("mails")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Digest.Line line(ResultSet row) throws SQLException {
        String title = row.getString("title");
        return new Digest.Line(
                row.getString("task"),
                title == null ? null : json.read(title, Label.class),
                row.getString("period"),
                row.getString("status").equals("RETURNED"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("ahead"));
    }
}
