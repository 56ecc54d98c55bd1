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

    /** All of a task's health. */
    static final String KEPT = "task, " + SAID + ", since, version, changed_at, reckoned_at";

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
                row.getLong("version"),
                Sql.instant(row, "changed_at"),
                Sql.instant(row, "reckoned_at"));
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
