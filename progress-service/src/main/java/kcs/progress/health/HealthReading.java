package kcs.progress.health;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.identity.RowScopedRead;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Label;
import kcs.progress.healthrule.HealthState;

/** Reads the health of tasks, now and for any past instant; row security decides what there is. */
@Singleton
class HealthReading {
    static final ListSpec HEALTH = ListSpec.of(
                    "health JOIN known_task ON code = task AND headline IS NOT NULL", "task", "task")
            .sort("headline", "headline")
            .sort("since", "since")
            .filter("plan", "plan = ANY (?)")
            .filter("task", "task = ANY (?)")
            .filter("headline", "headline = ANY (?)", HealthState.class)
            .filter("declared", "declared = ANY (?)", HealthState.class)
            .filter("assessed", "assessed = ANY (?)", HealthState.class)
            .filter("derived", "derived = ANY (?)", HealthState.class)
            .filter("disagreement", "disagreement = ANY (?::boolean[])")
            .build();

    private static final ListSpec HISTORY = ListSpec.of("health_history", "version", "version")
            .filter("task", "task = ANY (?)")
            .build();

    /** Which lines are a task's own is not the caller's to say. */
    static final ListSpec HISTORY_AS_ASKED =
            ListSpec.of("health_history", "version", "version").build();

    private static final String RULE = ", rule, text AS rule_text, thresholds AS rule_thresholds";

    private static final String NOW = "SELECT code AS task, " + HealthRows.SAID
            + ", since, health.version, changed_at, reckoned_at, headline, " + HealthRows.EARLIER_AS_SEEN + RULE
            + " FROM known_task LEFT JOIN health ON task = code LEFT JOIN health_rule ON health_rule.version = rule"
            + " WHERE code = ?";

    private static final String THEN = "SELECT task, " + HealthRows.SAID
            + ", since, health_history.version, at AS changed_at, NULL::timestamptz AS reckoned_at, headline, "
            + HealthRows.EARLIER_AS_SEEN + RULE
            + " FROM health_history JOIN known_task ON code = task LEFT JOIN health_rule ON health_rule.version = rule"
            + " WHERE task = ? AND health_history.version = ?";

    private static final String SEEN = "SELECT code FROM known_task WHERE code = ?";
    private static final String HELD = "SELECT coalesce(health_version_at(?, ?), 0) AS held";
    private static final String FIRST = "SELECT at FROM health_history WHERE task = ? ORDER BY version LIMIT 1";

    private final Lists lists;
    private final RowScopedRead one;
    private final Sql sql;
    private final HealthRows rows;
    private final ColumnJson json;
    private final CurrentCaller current;
    private final Clock clock;

    HealthReading(
            Lists lists,
            RowScopedRead one,
            Sql sql,
            HealthRows rows,
            ColumnJson json,
            CurrentCaller current,
            Clock clock) {
        this.lists = lists;
        this.one = one;
        this.sql = sql;
        this.rows = rows;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /**
     * The health of a task now.
     *
     * @throws ProblemException 404 when the caller sees no such task, or it has no health
     */
    HealthView get(String task) {
        return one.one(NOW, task, row -> view(row, task, null)).orElseThrow(() -> ProblemException.notFound(task));
    }

    /**
     * The health that a task had; asked again it is the same.
     *
     * @throws ProblemException 404 when the caller sees no such task, or it had no health then that the caller may see;
     *     422 for the future
     */
    @Transactional
    HealthView get(String task, Instant asOf) {
        requireSeen(task);
        if (asOf.isAfter(clock.instant())) {
            throw ProblemException.invalid(FieldError.of("asOf", "future-instant"));
        }
        Instant instant = asOf.truncatedTo(ChronoUnit.MICROS);
        long held = sql.one(HELD, row -> row.getLong("held"), task, instant).orElseThrow();
        return sql.one(THEN, row -> view(row, task, asOf), task, held).orElseThrow(() -> notThen(task, asOf));
    }

    private HealthView view(ResultSet row, String task, Instant asOf) throws SQLException {
        if (row.getString("headline") == null) {
            throw new ProblemException(404, "no-health", task);
        }
        return HealthView.of(rows.health(row), rows.rule(row), asOf);
    }

    /** Told is what the caller may see: a version of before the task was public is as if there were none. */
    private ProblemException notThen(String task, Instant asOf) {
        Instant first = sql.one(FIRST, row -> Sql.instant(row, "at"), task).orElse(null);
        return first == null || !first.isAfter(asOf)
                ? new ProblemException(404, "no-health", task)
                : new ProblemException(404, "no-health-then", task, first.toString()).with("since", first);
    }

    private void requireSeen(String task) {
        if (sql.one(SEEN, row -> row.getString("code"), task).isEmpty()) {
            throw ProblemException.notFound(task);
        }
    }

    @Transactional
    Page<HealthSummary> list(ListRequest request) {
        return lists.page(
                HealthRows.KEPT_AS_SEEN + ", plan, title",
                HEALTH,
                request,
                row -> HealthSummary.of(
                        rows.health(row), row.getString("plan"), json.read(row.getString("title"), Label.class)));
    }

    /**
     * How the health of a task changed, oldest first.
     *
     * @throws ProblemException 404 when the caller sees no such task
     */
    @Transactional
    Page<HealthLine> history(String task, ListRequest asked) {
        requireSeen(task);
        ListRequest request = new ListRequest(
                asked.limit(), asked.sort(), asked.cursor(), asked.count(), Map.of("task", List.of(task)));
        boolean tellsWho = current.get().is(Role.PLANNER, Role.AUDITOR);
        return lists.page(
                HealthRows.SAID + ", version AS number, at, reason, actor, actor_agency",
                HISTORY,
                request,
                row -> HealthLine.of(
                        row.getLong("number"),
                        Sql.instant(row, "at"),
                        rows.standing(row),
                        row.getString("reason"),
                        row.getString("actor_agency"),
                        tellsWho ? row.getString("actor") : null));
    }
}
