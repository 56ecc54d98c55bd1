package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import kcs.chassis.sql.Sql;

/** Knows of which instant the frozen reports are that the caller may see. */
@Singleton
class SnapshotInstants {
    private static final String AS_OF = "SELECT as_of FROM snapshot WHERE plan = ? AND id = ?";

    private final Sql sql;

    SnapshotInstants(Sql sql) {
        this.sql = sql;
    }

    /** Empty where there is no snapshot of this id, or none of the plan. */
    Optional<Instant> of(String plan, String id) {
        return sql.one(AS_OF, row -> Sql.instant(row, "as_of"), plan, id);
    }
}
