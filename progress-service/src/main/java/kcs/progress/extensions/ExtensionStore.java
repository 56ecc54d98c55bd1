package kcs.progress.extensions;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;

/** Finds requests for more time and keeps what came of them; row security decides which there are. */
@Singleton
class ExtensionStore {
    static final String COLUMNS =
            "id, checkpoint, cycle, task, agency, status, wanted_until, reason, asked_at, asked_by,"
                    + " asked_agency, granted_until, decided_at, decided_by, decision_reason, version";

    private static final String ONE = "SELECT " + COLUMNS + " FROM extension WHERE id = ?";

    private static final String PENDING = "SELECT id FROM extension WHERE checkpoint = ? AND status = 'ASKED'";

    private static final String ADD = """
            INSERT INTO extension (id, checkpoint, cycle, task, agency, status, wanted_until, reason, asked_at, asked_by,
                asked_agency, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String DECIDE = """
            UPDATE extension SET status = ?, granted_until = ?, decided_at = ?, decided_by = ?, decision_reason = ?,
                version = ? WHERE id = ?""";

    private final Sql sql;

    ExtensionStore(Sql sql) {
        this.sql = sql;
    }

    /** @throws ProblemException 404 when there is none that the caller may see */
    Extension get(String id) {
        return find(id, ONE).orElseThrow(() -> ProblemException.notFound(id));
    }

    /**
     * The same, locked until the transaction ends. Its checkpoint is to be locked before it.
     *
     * @throws ProblemException 404 when there is none that the caller may change
     */
    Extension forChange(String id) {
        return find(id, ONE + " FOR NO KEY UPDATE").orElseThrow(() -> ProblemException.notFound(id));
    }

    private Optional<Extension> find(String id, String query) {
        try {
            return sql.one(query, ExtensionStore::extension, UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The request of a checkpoint that is not decided yet. */
    Optional<UUID> pending(String checkpoint) {
        return sql.one(PENDING, row -> row.getObject("id", UUID.class), checkpoint);
    }

    void add(Extension extension) {
        Extension.Asked asked = extension.asked();
        sql.change(
                ADD,
                asked.id(),
                asked.checkpoint(),
                asked.cycle(),
                asked.task(),
                asked.agency(),
                extension.status(),
                asked.until(),
                asked.reason(),
                asked.at(),
                asked.by(),
                asked.byAgency(),
                extension.version());
    }

    void keepDecision(Extension extension) {
        Extension.Decided decided = extension.decided();
        sql.change(
                DECIDE,
                extension.status(),
                decided.until(),
                decided.at(),
                decided.by(),
                decided.reason(),
                extension.version(),
                extension.asked().id());
    }

    /** @param row with {@link #COLUMNS} */
    static Extension extension(ResultSet row) throws SQLException {
        ExtensionStatus status = ExtensionStatus.valueOf(row.getString("status"));
        return new Extension(asked(row), status, decided(row), row.getLong("version"));
    }

    private static Extension.Asked asked(ResultSet row) throws SQLException {
        return new Extension.Asked(
                row.getObject("id", UUID.class),
                row.getString("checkpoint"),
                row.getString("cycle"),
                row.getString("task"),
                row.getString("agency"),
                row.getObject("wanted_until", LocalDate.class),
                row.getString("reason"),
                Sql.instant(row, "asked_at"),
                row.getString("asked_by"),
                row.getString("asked_agency"));
    }

    private static Extension.Decided decided(ResultSet row) throws SQLException {
        if (row.getString("decided_at") == null) {
            return null;
        }
        return new Extension.Decided(
                row.getObject("granted_until", LocalDate.class),
                Sql.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("decision_reason"));
    }
}
