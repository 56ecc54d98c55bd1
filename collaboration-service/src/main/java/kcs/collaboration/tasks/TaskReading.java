package kcs.collaboration.tasks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.concurrency.Tagged;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.identity.RowScopedRead;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.ProblemException;

/** Reads tasks and their history; row security decides what there is. */
@Singleton
class TaskReading {
    static final ListSpec TASKS = ListSpec.of("task", "code", "code")
            .sort("no", "no::bigint")
            .sort("title", "title_ko")
            .sort("status", "status")
            .sort("statusSince", "status_since")
            .sort("changedAt", "changed_at")
            .sort("endsOn", "coalesce(ends_on::date, DATE '9999-12-31')")
            .filter("plan", "plan = ANY (?)")
            .filter("area", "area = ANY (?)")
            .filter("status", "status = ANY (?)")
            .filter("agency", "participants && ?")
            .filter("origin", "origin = ANY (?)")
            .filter("visibility", "visibility = ANY (?)")
            .filter("representative", "representative::text = ANY (?)")
            .filter("q", "EXISTS (SELECT FROM unnest(?) AS part WHERE strpos(search, lower(normalize(part))) > 0)")
            .build();

    private static final ListSpec HISTORY = ListSpec.of("task_revision", "version", "version")
            .filter("task", "task = ANY (?)")
            .filter("action", "action = ANY (?)")
            .build();

    /** What may be asked of a task's history; which lines are its own is not the caller's to say. */
    static final ListSpec HISTORY_AS_ASKED =
            ListSpec.of("task_revision", "version", "version").build();

    private static final String STANDING = "SELECT version, changed_at FROM task WHERE code = ?";
    private static final String ONE = "SELECT " + TaskRows.WHOLE + " FROM task WHERE code = ?";

    private static final long MOST_KEPT = 8L << 20;

    /**
     * All that a task's looks depend on. The time tells versions apart that a restored database counts a second time.
     *
     * @param moves whether the caller is told where it may be moved
     */
    private record Look(String code, long version, Instant changedAt, boolean moves) {}

    private final Cache<Look, Tagged.Written> written = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Look look, Tagged.Written view) -> view.body().length)
            .build();

    private final Lists lists;
    private final RowScopedRead one;
    private final TaskStore tasks;
    private final TaskRows rows;
    private final ColumnJson json;
    private final Tagged tagged;
    private final CurrentCaller current;

    TaskReading(
            Lists lists,
            RowScopedRead one,
            TaskStore tasks,
            TaskRows rows,
            ColumnJson json,
            Tagged tagged,
            CurrentCaller current) {
        this.tagged = tagged;
        this.lists = lists;
        this.one = one;
        this.tasks = tasks;
        this.rows = rows;
        this.json = json;
        this.current = current;
    }

    /**
     * A task as this caller is shown it. Whether there is one, and which, is asked of the database each time; how it looks
     * is not worked out again.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    Tagged.Written get(String code) {
        boolean moves = current.get().is(Role.PLANNER);
        Look look = one.one(
                        STANDING,
                        code,
                        row -> new Look(code, row.getLong("version"), TaskRows.instant(row, "changed_at"), moves))
                .orElseThrow(() -> ProblemException.notFound(code));
        Tagged.Written known = written.getIfPresent(look);
        return known == null ? write(code, moves) : known;
    }

    private Tagged.Written write(String code, boolean moves) {
        Task task = one.one(ONE, code, rows::task).orElseThrow(() -> ProblemException.notFound(code));
        TaskView view = task.view(TaskStore.allowed(task.status(), current.get()));
        Tagged.Written made = tagged.written(task.version(), view);
        written.put(new Look(task.code(), task.version(), task.changedAt(), moves), made);
        return made;
    }

    @Transactional
    Page<TaskSummary> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(TaskRows.BRIEF, TASKS, request, row -> summary(row, caller));
    }

    /** What became of a task, oldest first; only its moves in the lifecycle when that is asked. */
    @Transactional
    Page<HistoryEntry> history(String code, boolean movesOnly, ListRequest asked) {
        if (!tasks.exists(code)) {
            throw ProblemException.notFound(code);
        }
        Map<String, List<String>> filters = movesOnly
                ? Map.of("task", List.of(code), "action", List.of("REGISTERED", "STATUS_CHANGED"))
                : Map.of("task", List.of(code));
        ListRequest request =
                new ListRequest(asked.limit(), asked.sort(), asked.cursor(), asked.count(), new TreeMap<>(filters));
        boolean tellsWho = current.get().is(Role.PLANNER, Role.AUDITOR);
        return lists.page(
                "version AS revision, at, actor, actor_agency, action, from_status, to_status, reason, changes",
                HISTORY,
                request,
                row -> entry(row, tellsWho));
    }

    private TaskSummary summary(ResultSet row, Caller caller) throws SQLException {
        TaskRow plain = rows.plain(row);
        List<TaskStatus> allowed = TaskStore.allowed(plain.status(), caller);
        return TaskSummary.of(plain, rows.content(row), rows.participations(row), allowed);
    }

    private HistoryEntry entry(ResultSet row, boolean tellsWho) throws SQLException {
        TaskRevision.Differences changes = json.read(row.getString("changes"), TaskRevision.Differences.class);
        return new HistoryEntry(
                row.getLong("revision"),
                TaskRows.instant(row, "at"),
                TaskRevision.Action.valueOf(row.getString("action")),
                status(row.getString("from_status")),
                status(row.getString("to_status")),
                row.getString("reason"),
                row.getString("actor_agency"),
                tellsWho ? row.getString("actor") : null,
                changes.fields().stream()
                        .map(change -> new HistoryEntry.Change(change.field(), change.from(), change.to()))
                        .toList());
    }

    private static TaskStatus status(String name) {
        return name == null ? null : TaskStatus.valueOf(name);
    }
}
