package kcs.progress.health;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.daily.DailyJob;

/** Reckons health anew when the day has turned: what was in time yesterday may be late today. */
@Singleton
@Priority(100)
class DailyHealth implements DailyJob {
    /** So many in one transaction: submissions of their agencies wait for it. */
    private static final int AT_ONCE = 500;

    private static final String LEFT = """
            SELECT code FROM known_task LEFT JOIN health ON task = code
            WHERE status IN ('IN_PROGRESS', 'ON_HOLD', 'COMPLETED') AND (task IS NULL OR reckoned_at < ?)
            ORDER BY code LIMIT ?""";

    private final HealthKeeper keeper;
    private final Outbox outbox;
    private final CurrentCaller current;
    private final Sql sql;

    DailyHealth(HealthKeeper keeper, Outbox outbox, CurrentCaller current, Sql sql) {
        this.keeper = keeper;
        this.outbox = outbox;
        this.current = current;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public void run(LocalDate today) {
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> refreshSome(today));
        } while (done == AT_ONCE);
    }

    private int refreshSome(LocalDate today) {
        List<String> left = sql.list(
                LEFT,
                row -> row.getString("code"),
                today.atStartOfDay(Seoul.ZONE).toInstant(),
                AT_ONCE);
        outbox.append(keeper.refresh(left, current.get(), null));
        return left.size();
    }
}
