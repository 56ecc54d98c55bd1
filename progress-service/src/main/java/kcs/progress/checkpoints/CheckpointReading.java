package kcs.progress.checkpoints;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;

/** Reads checkpoints, as far as the caller may see them. */
@Singleton
public class CheckpointReading {
    private static final String ONE =
            "SELECT " + CheckpointRows.COLUMNS + " FROM " + CheckpointRows.FROM + " WHERE c.id = ?";

    private static final String DRAFT = "SELECT saved_at FROM draft WHERE checkpoint = ?";

    static final ListSpec HISTORY = ListSpec.of("checkpoint_history", "version", "version")
            .filter("checkpoint", "checkpoint = ANY (?)")
            .build();

    /** What may be asked of a history; whose it is stands in the address. */
    static final ListSpec HISTORY_AS_ASKED =
            ListSpec.of("checkpoint_history", "version", "version").build();

    private final Sql sql;
    private final Lists lists;
    private final CheckpointRows rows;
    private final CheckpointRights rights;
    private final ColumnJson json;
    private final CurrentCaller current;
    private final Clock clock;

    CheckpointReading(
            Sql sql,
            Lists lists,
            CheckpointRows rows,
            CheckpointRights rights,
            ColumnJson json,
            CurrentCaller current,
            Clock clock) {
        this.sql = sql;
        this.lists = lists;
        this.rows = rows;
        this.rights = rights;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A checkpoint, for reading.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    @Transactional
    public Checkpoint get(String id) {
        return sql.one(ONE, rows::checkpoint, id).orElseThrow(() -> ProblemException.notFound(id));
    }

    @Transactional
    CheckpointView view(String id) {
        Checkpoint checkpoint = get(id);
        return rights.view(checkpoint, current.get(), draftSavedAt(id));
    }

    /** Row security shows the draft to those alone who may go on with it. */
    private Optional<Instant> draftSavedAt(String id) {
        return sql.one(DRAFT, row -> Sql.instant(row, "saved_at"), id);
    }

    /** What may be asked of a list of checkpoints today. */
    ListSpec spec() {
        return CheckpointLists.on(Seoul.today(clock));
    }

    @Transactional
    Page<CheckpointView> list(ListRequest request, ListSpec spec) {
        LocalDate today = Seoul.today(clock);
        Caller caller = current.get();
        return lists.page(
                CheckpointRows.COLUMNS,
                spec,
                request,
                row -> CheckpointView.brief(rows.checkpoint(row), today, caller));
    }

    /** Every step of a checkpoint, oldest first: for its agency, planners and auditors; to others none are shown. */
    @Transactional
    Page<CheckpointHistoryEntry> history(String id, ListRequest asked) {
        get(id);
        ListRequest request = new ListRequest(
                asked.limit(),
                asked.sort(),
                asked.cursor(),
                asked.count(),
                new TreeMap<>(Map.of("checkpoint", List.of(id))));
        boolean tellsWho = current.get().is(Role.PLANNER, Role.AUDITOR);
        return lists.page(
                "version AS step, at, actor, actor_agency, action, from_status, to_status, submission_no, reason, comments",
                HISTORY,
                request,
                row -> entry(row, tellsWho));
    }

    private CheckpointHistoryEntry entry(ResultSet row, boolean tellsWho) throws SQLException {
        return new CheckpointHistoryEntry(
                row.getLong("step"),
                Sql.instant(row, "at"),
                CheckpointAction.valueOf(row.getString("action")),
                CheckpointStatus.valueOf(row.getString("from_status")),
                CheckpointStatus.valueOf(row.getString("to_status")),
                row.getObject("submission_no", Integer.class),
                row.getString("reason"),
                List.of(json.read(row.getString("comments"), CheckpointHistoryEntry.Comment[].class)),
                row.getString("actor_agency"),
                tellsWho ? row.getString("actor") : null);
    }
}
