package kcs.progress.bulk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointRows;
import kcs.progress.submissions.SubmissionContent;

/** Reads what the caller's agency still has to file in a cycle, with what it has written so far. */
@Singleton
class DueRows {
    private static final String CYCLE = "SELECT FROM cycle WHERE id = ?";

    private static final String DUE = "SELECT " + CheckpointRows.COLUMNS
            + ", coalesce(d.content, s.content) AS written FROM " + CheckpointRows.FROM
            + " LEFT JOIN draft d ON d.checkpoint = c.id"
            + " LEFT JOIN submission s ON s.checkpoint = c.id AND s.no = c.latest_no"
            + " WHERE c.cycle = ? AND c.agency = ? AND c.status IN ('OPEN', 'RETURNED') ORDER BY c.task";

    private final Sql sql;
    private final CheckpointRows rows;
    private final ColumnJson json;
    private final CurrentCaller current;
    private final Clock clock;

    DueRows(Sql sql, CheckpointRows rows, ColumnJson json, CurrentCaller current, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /** A checkpoint with what was written for it. */
    private record Due(Checkpoint checkpoint, SubmissionContent written) {}

    /**
     * What is due, as many rows as can be filed in bulk.
     *
     * @throws ProblemException 404 when there is no such cycle, 403 when the caller speaks for no agency
     */
    @Transactional
    DueList of(String cycle) {
        if (sql.one(CYCLE, row -> cycle, cycle).isEmpty()) {
            throw ProblemException.notFound(cycle);
        }
        Caller caller = current.get();
        if (caller.agency() == null) {
            throw ProblemException.forbidden();
        }
        LocalDate today = Seoul.today(clock);
        List<DueList.Row> items = sql.list(DUE, this::due, cycle, caller.agency()).stream()
                .filter(due -> due.checkpoint().isTakenOn(today))
                .limit(FileInBulk.MOST_ROWS)
                .map(DueRows::row)
                .toList();
        return new DueList(cycle, caller.agency(), items);
    }

    private Due due(ResultSet row) throws SQLException {
        String written = row.getString("written");
        return new Due(rows.checkpoint(row), written == null ? null : json.read(written, SubmissionContent.class));
    }

    private static DueList.Row row(Due due) {
        Checkpoint checkpoint = due.checkpoint();
        return new DueList.Row(
                checkpoint.duty().task(),
                checkpoint.duty().taskTitle(),
                checkpoint.id(),
                checkpoint.status(),
                checkpoint.version(),
                due.written());
    }
}
