package kcs.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The rows of a cycle's checkpoints and nothing else: what opening a cycle is measured against. */
final class BareCheckpoints {
    /** Every column but those that the database works out for itself. */
    private static final String COLUMNS =
            "id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,"
                    + " extended_due_on, returned_due_on, first_submitted_at, last_submitted_at, latest_no, accepted_no,"
                    + " accepted_percent, accepted_health, submitted_by, reason, version, changed_at";

    private final Settings settings;
    private final Secrets secrets;

    BareCheckpoints(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * Writes the rows of a cycle once more, into a table of the same make that holds those of the cycles before;
     * returns how long that took.
     */
    Duration insert(String newestCycle) throws IOException {
        String newest = "cycle = '" + newestCycle + "'";
        String copy = "INSERT INTO bench_rows (" + COLUMNS + ") SELECT " + COLUMNS + " FROM checkpoint WHERE ";
        try (Connection owner = OwnerConnection.to(Part.PROGRESS, settings, secrets);
                Statement statement = owner.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_rows");
            statement.execute("CREATE TABLE bench_rows (LIKE checkpoint INCLUDING ALL)");
            statement.execute(copy + "NOT " + newest);
            long began = System.nanoTime();
            int rows = statement.executeUpdate(copy + newest);
            long took = System.nanoTime() - began;
            statement.execute("DROP TABLE bench_rows");
            if (rows != BenchTasks.COUNT * BenchRound.AGENCIES.size()) {
                throw new IOException(
                        rows + " checkpoints instead of " + BenchTasks.COUNT * BenchRound.AGENCIES.size());
            }
            return Duration.ofNanos(took);
        } catch (SQLException e) {
            throw new IOException("the reference failed: " + e.getMessage(), e);
        }
    }
}
