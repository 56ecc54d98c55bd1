package kcs.progress.healthrule;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;

/** Keeps each rule that was ever in force as it was printed, so that answers for past instants stay what they were. */
@Singleton
class RuleArchive {
    private static final String KEEP =
            "INSERT INTO health_rule (version, text, thresholds) VALUES (?, ?::jsonb, ?::jsonb)"
                    + " ON CONFLICT DO NOTHING";

    private final Sql sql;
    private final ColumnJson columns;

    RuleArchive(Sql sql, ColumnJson columns) {
        this.sql = sql;
        this.columns = columns;
    }

    void keep(@Observes StartupEvent started, HealthRule rule) {
        PrintedRule printed = rule.printed();
        sql.change(KEEP, printed.version(), columns.text(printed.text()), columns.text(printed.thresholds()));
    }
}
