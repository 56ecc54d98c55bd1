package kcs.progress.health;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Label;
import kcs.progress.directory.TaskStatus;
import kcs.progress.healthrule.Figures;
import kcs.progress.healthrule.HealthFacts;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.PrintedRule;
import kcs.progress.healthrule.Reason;
import kcs.progress.healthrule.Standing;

/** Reads health, and what it follows from, out of rows. */
@Singleton
class HealthRows {
    /** What the three voices say. */
    static final String SAID = "declared, assessed, derived, reasons, figures, cycle";

    /** The headline before the present one. */
    private static final String EARLIER = "previous, previous_visibility";

    /** The same, for whoever may see the task and could see it when the headline changed. */
    static final String EARLIER_AS_SEEN = "CASE WHEN previous_visibility = 'PUBLIC' OR caller_takes_part(participants)"
            + " OR caller_has('planner', 'committee', 'auditor') THEN previous END AS previous, previous_visibility";

    private static final String OF_TASK = "task, " + SAID + ", since, version, changed_at, reckoned_at, ";

    /** All of a task's health. */
    static final String KEPT = OF_TASK + EARLIER;

    /** All of a task's health that the caller may see, where it stands beside its {@code known_task}. */
    static final String KEPT_AS_SEEN = OF_TASK + EARLIER_AS_SEEN;

    private final ColumnJson json;

    HealthRows(ColumnJson json) {
        this.json = json;
    }

    /** @param row with the columns of {@link #SAID} */
    Standing standing(ResultSet row) throws SQLException {
        String figures = row.getString("figures");
        return new Standing(
                state(row.getString("declared")),
                state(row.getString("assessed")),
                state(row.getString("derived")),
                List.of(json.read(row.getString("reasons"), Reason[].class)),
                figures == null ? null : json.read(figures, Figures.class),
                row.getString("cycle"));
    }

    /** @param row with the columns of {@link #KEPT} */
    Health health(ResultSet row) throws SQLException {
        return new Health(
                row.getString("task"),
                standing(row),
                Sql.instant(row, "since"),
                earlier(row),
                row.getLong("version"),
                Sql.instant(row, "changed_at"),
                Sql.instant(row, "reckoned_at"));
    }

    private static Health.Earlier earlier(ResultSet row) throws SQLException {
        HealthState headline = state(row.getString("previous"));
        return headline == null ? null : new Health.Earlier(headline, row.getString("previous_visibility"));
    }

    /** @param row of {@link HealthFactsSql#FACTS} */
    Examined examined(ResultSet row, Health kept) throws SQLException {
        return new Examined(
                row.getString("code"),
                row.getString("plan"),
                row.getString("visibility"),
                strings(row, "participants"),
                facts(row),
                strings(row, "declared").stream().map(HealthState::valueOf).toList(),
                state(row.getString("assessed")),
                row.getString("newest_cycle"),
                kept);
    }

    private HealthFacts facts(ResultSet row) throws SQLException {
        return new HealthFacts(
                TaskStatus.valueOf(row.getString("status")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                List.of(json.read(row.getString("milestones"), HealthFacts.Milestone[].class)),
                row.getInt("due"),
                row.getInt("overdue"),
                lastCycle(row),
                percents(row));
    }

    private static HealthFacts.LastCycle lastCycle(ResultSet row) throws SQLException {
        String period = row.getString("last_period");
        if (period == null) {
            return null;
        }
        return new HealthFacts.LastCycle(
                period,
                row.getInt("last_expected"),
                row.getInt("last_received"),
                row.getInt("last_accepted"),
                row.getInt("last_due"),
                row.getInt("last_missed"));
    }

    private static List<Integer> percents(ResultSet row) throws SQLException {
        Array array = row.getArray("percents");
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    static HealthState state(String name) {
        return name == null ? null : HealthState.valueOf(name);
    }

    /** The rule, as it was printed when it was used. */
    PrintedRule rule(ResultSet row) throws SQLException {
        return new PrintedRule(
                row.getString("rule"),
                json.read(row.getString("rule_text"), Label.class),
                json.read(row.getString("rule_thresholds"), PrintedRule.Thresholds.class));
    }
}
