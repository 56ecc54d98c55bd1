package kcs.progress;

import io.vertx.core.MultiMap;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Twenty thousand checkpoints of 25 plans, 250 tasks, 500 cycles and 40 agencies, as many opinions of 100 meetings, and how
 * the database would go about a list of them. All in one transaction that is rolled back: nobody else ever sees them, and no job works on them. In it
 * the owner is held to the rows' policies as the service is.
 */
public final class LargeRound implements AutoCloseable {
    private static final String LOCK = """
            LOCK TABLE known_plan, known_task, cycle, cycle_history, checkpoint, submission, checkpoint_history,
                meeting, meeting_history, opinion, opinion_history
            IN ACCESS EXCLUSIVE MODE""";

    private static final String FILL = """
            -- Of many cycles few are unfinished; what other tests left open would tell another story.
            UPDATE cycle SET status = 'CLOSED' WHERE status <> 'CLOSED';
            INSERT INTO known_plan SELECT 'L-' || p, '{}', 1, 1 FROM generate_series(1, 25) p;
            INSERT INTO known_task (code, plan, title, visibility, participants, reporting, status, milestones, indicators,
                epoch, sequence)
            SELECT 'L-' || p || '-' || t, 'L-' || p, '{"ko": "과제"}', CASE WHEN t % 2 = 0 THEN 'PUBLIC' ELSE 'GOVERNMENT' END,
                ARRAY(SELECT 'A' || (p + t + a * 9) % 40 FROM generate_series(0, 3) a), '[]', 'COMPLETED', '[]', '[]', 1, 1
            FROM generate_series(1, 25) p, generate_series(1, 10) t;
            INSERT INTO cycle (id, plan, period, period_starts_on, period_ends_on, opens_on, nominal_due_on, due_on,
                due_derivation, locks_on, status, version, changed_at)
            SELECT 'L-' || p || '-' || to_char(m, 'YYYY-MM'), 'L-' || p, to_char(m, 'YYYY-MM'), m, m + 27, m, m + 9, m + 9,
                '{}', m + 20, CASE WHEN m < '2024-12-01' THEN 'CLOSED' ELSE 'OPEN' END, 0, now()
            FROM generate_series(1, 25) p,
                (SELECT (DATE '2023-05-01' + i * INTERVAL '1 month')::date AS m FROM generate_series(0, 19) i) months;
            INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                returned_due_on, first_submitted_at, last_submitted_at, latest_no, accepted_no, version, changed_at)
            SELECT t.code || '.' || y.period || '.' || agency, y.id, y.plan, y.period, t.code, agency,
                CASE place WHEN 1 THEN 'LEAD' ELSE 'PARTNER' END, '{"name": {"ko": "기관"}}',
                s.status, y.due_on, y.locks_on, CASE s.status WHEN 'RETURNED' THEN y.due_on + 5 END, s.filed, s.filed,
                CASE WHEN s.filed IS NOT NULL THEN 1 END, CASE s.status WHEN 'ACCEPTED' THEN 1 END, 2, now()
            FROM cycle y JOIN known_task t ON t.plan = y.plan
            CROSS JOIN LATERAL unnest(t.participants) WITH ORDINALITY AS part (agency, place)
            CROSS JOIN LATERAL (SELECT abs(hashtext(t.code || y.period || agency)) % 100 AS dice) d
            CROSS JOIN LATERAL (SELECT
                CASE WHEN dice < 1 THEN 'WAIVED' WHEN y.status = 'CLOSED' AND dice < 95 THEN 'ACCEPTED'
                     WHEN dice < 97 AND y.status = 'CLOSED' THEN 'OPEN' WHEN dice < 70 THEN 'OPEN'
                     WHEN dice < 90 THEN 'SUBMITTED' ELSE 'RETURNED' END AS status) a
            CROSS JOIN LATERAL (SELECT a.status,
                CASE WHEN a.status NOT IN ('OPEN', 'WAIVED') THEN y.due_on - 3 + dice % 5 + INTERVAL '2 hours' END AS filed) s
            WHERE y.plan LIKE 'L-%';
            INSERT INTO submission (checkpoint, no, task, agency, kind, filed_by, content, submitted_at, submitted_by)
            SELECT id, 1, task, agency, 'NOTHING_TO_REPORT', 'AGENCY', '{}', first_submitted_at, 'x'
            FROM checkpoint WHERE plan LIKE 'L-%' AND latest_no = 1;
            INSERT INTO checkpoint_history (checkpoint, version, agency, at, actor, action, from_status, to_status)
            SELECT id, step, agency, now(), 'x', 'SUBMITTED', 'OPEN', 'SUBMITTED'
            FROM checkpoint, generate_series(1, 2) step WHERE plan LIKE 'L-%' AND latest_no = 1;
            INSERT INTO meeting (id, plan, no, attendance, agenda, snapshots, version, changed_at)
            SELECT 'L-' || p || '-M' || m, 'L-' || p, m, '[]', '[]', '[]', 0, now()
            FROM generate_series(1, 25) p, generate_series(1, 4) m;
            INSERT INTO opinion (id, plan, meeting, task, addressed_to, text, status, given_at, given_by, answer, answered_at,
                closing_reason, closed_at, version, changed_at)
            SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, t.plan, t.plan || '-M' || 1 + n % 4, t.code,
                t.participants[1 + n % 4], 'x', s.status, now(), 'x', s.answer, s.answered, s.reason, s.closed, 2, now()
            FROM (SELECT *, row_number() OVER (ORDER BY code) AS place FROM known_task WHERE plan LIKE 'L-%') t
            JOIN generate_series(0, 19999) n ON n % 250 + 1 = t.place
            CROSS JOIN LATERAL (SELECT n / 250 % 100 AS dice) d
            CROSS JOIN LATERAL (SELECT * FROM (VALUES
                ('OPEN', NULL, NULL::timestamptz, NULL, NULL::timestamptz), ('ANSWERED', 'x', now(), NULL, NULL),
                ('CLOSED', 'x', now(), 'x', now())) AS v (status, answer, answered, reason, closed)
                WHERE v.status = CASE WHEN dice < 2 THEN 'OPEN' WHEN dice < 3 THEN 'ANSWERED' ELSE 'CLOSED' END) s;
            INSERT INTO opinion_history (opinion, version, at, actor, to_status)
            SELECT id, step, now(), 'x', 'OPEN' FROM opinion, generate_series(0, 2) step WHERE plan LIKE 'L-%';
            ANALYZE known_task, cycle, checkpoint, submission, checkpoint_history, meeting, opinion, opinion_history""";

    private static final String HOLD_THE_OWNER_TO_THE_POLICIES = """
            ALTER TABLE known_task FORCE ROW LEVEL SECURITY;
            ALTER TABLE cycle FORCE ROW LEVEL SECURITY;
            ALTER TABLE checkpoint FORCE ROW LEVEL SECURITY;
            ALTER TABLE submission FORCE ROW LEVEL SECURITY;
            ALTER TABLE checkpoint_history FORCE ROW LEVEL SECURITY;
            ALTER TABLE meeting FORCE ROW LEVEL SECURITY;
            ALTER TABLE opinion FORCE ROW LEVEL SECURITY;
            ALTER TABLE opinion_history FORCE ROW LEVEL SECURITY""";

    /** What PostgreSQL says to the one whom it takes out of a deadlock. */
    private static final String DEADLOCK = "40P01";

    private final Connection connection;

    public LargeRound() {
        Config config = ConfigProvider.getConfig();
        try {
            connection = DriverManager.getConnection(
                    config.getValue("quarkus.datasource.jdbc.url", String.class),
                    config.getValue("quarkus.flyway.username", String.class),
                    config.getValue("quarkus.flyway.password", String.class));
            connection.setAutoCommit(false);
            lock();
            run(FILL);
            run(HOLD_THE_OWNER_TO_THE_POLICIES);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All at once and before anything else; a job of the day may hold them in another order. */
    private void lock() throws SQLException {
        while (true) {
            try {
                run(LOCK);
                return;
            } catch (SQLException failure) {
                connection.rollback();
                if (!DEADLOCK.equals(failure.getSQLState())) {
                    throw failure;
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Who asks from now on. */
    public void callAs(String roles, String agency) {
        set("SELECT set_config('kcs.roles', '%s', true), set_config('kcs.agency', '%s', true)"
                .formatted(roles, agency));
    }

    /** For a table of few rows, which is read whole where there is a choice. */
    public void preferIndexes() {
        set("SET LOCAL enable_seqscan = off");
    }

    private void set(String sql) {
        try {
            run(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The plan of the first page of a list with these parameters. */
    public String plan(String columns, ListSpec spec, Map<String, List<String>> parameters) {
        MultiMap asked = MultiMap.caseInsensitiveMultiMap();
        parameters.forEach(asked::add);
        ListRequest request = ListRequest.of(asked, spec);
        return plan(Lists.sql(columns, spec, request), request.filters().values());
    }

    private String plan(String sql, Iterable<List<String>> filters) {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN (ANALYZE, COSTS OFF) " + sql)) {
            int index = 1;
            for (List<String> values : filters) {
                explain.setArray(index++, connection.createArrayOf("text", values.toArray()));
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet row = explain.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return String.join("\n", lines);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
