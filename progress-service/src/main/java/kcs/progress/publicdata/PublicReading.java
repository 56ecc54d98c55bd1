package kcs.progress.publicdata;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.PlanState;
import kcs.progress.healthrule.Reason;
import kcs.progress.reports.TaskThen;
import kcs.progress.snapshots.PublishedReport;
import kcs.progress.snapshots.PublishedReports;
import kcs.progress.told.Kind;

/** Reads all that the public may know; to be called inside a transaction of the public: row security knows what that is. */
@Singleton
class PublicReading {
    private static final String HEALTH =
            "SELECT task, headline, declared, assessed, derived, disagreement, reasons, percent, since, changed_at"
                    + " FROM health WHERE headline IS NOT NULL";

    private final PublicTold told;
    private final PublishedReports reports;
    private final PublishedValues values;
    private final Sql sql;
    private final ColumnJson json;

    PublicReading(PublicTold told, PublishedReports reports, PublishedValues values, Sql sql, ColumnJson json) {
        this.told = told;
        this.reports = reports;
        this.values = values;
        this.sql = sql;
        this.json = json;
    }

    /** @param day in Seoul whose names agencies have */
    PublicData read(LocalDate day) {
        List<PublishedReport> published = reports.all();
        Map<String, Dated<PlanState>> plans = told.newest(Kind.PLAN, PlanState.class);
        Map<String, Dated<AgencyState>> agencies = told.newest(Kind.AGENCY, AgencyState.class);
        Map<String, Dated<TaskThen>> tasks = told.newest(Kind.TASK, TaskThen.class);
        Map<String, PublicHealth> health = health(tasks);
        TaskMaking making = new TaskMaking(plans, agencies, health, values.of(published), day);
        List<PublicTask> made = tasks.values().stream().map(making::task).toList();
        List<PublicIndicator> indicators =
                made.stream().flatMap(task -> task.indicators().stream()).toList();
        return new PublicData(made, new ArrayList<>(health.values()), indicators, published);
    }

    private Map<String, PublicHealth> health(Map<String, Dated<TaskThen>> tasks) {
        Map<String, PublicHealth> health = new TreeMap<>();
        sql.each(HEALTH, row -> {
            Dated<TaskThen> task = tasks.get(row.getString("task"));
            if (task != null) {
                health.put(task.state().code(), health(row, task.state()));
            }
        });
        return health;
    }

    private PublicHealth health(ResultSet row, TaskThen task) throws SQLException {
        Instant changedAt = Sql.instant(row, "changed_at");
        return new PublicHealth(
                task.code(),
                task.plan(),
                task.title(),
                state(row.getString("headline")),
                state(row.getString("declared")),
                state(row.getString("assessed")),
                state(row.getString("derived")),
                row.getBoolean("disagreement"),
                List.of(json.read(row.getString("reasons"), Reason[].class)),
                row.getObject("percent", Integer.class),
                Sql.instant(row, "since"),
                changedAt);
    }

    private static HealthState state(String name) {
        return name == null ? null : HealthState.valueOf(name);
    }
}
