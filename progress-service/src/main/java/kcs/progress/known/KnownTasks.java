package kcs.progress.known;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;

/** Reads what is known of plans and tasks; of tasks what the caller may see. */
@Singleton
public class KnownTasks {
    private static final String TASKS = "SELECT code, plan, indicators FROM known_task WHERE code = ANY (?)";

    private final Sql sql;
    private final ColumnJson json;

    KnownTasks(Sql sql, ColumnJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** Those of the tasks that are known, by code. */
    public Map<String, KnownTask> tasks(Collection<String> codes) {
        return sql.list(TASKS, this::task, (Object) codes.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(KnownTask::code, Function.identity()));
    }

    public boolean hasPlan(String code) {
        return sql.one("SELECT code FROM known_plan WHERE code = ?", row -> row.getString(1), code)
                .isPresent();
    }

    private KnownTask task(ResultSet row) throws SQLException {
        return new KnownTask(
                row.getString("code"),
                row.getString("plan"),
                List.of(json.read(row.getString("indicators"), KnownTask.Indicator[].class)));
    }
}
