package kcs.progress.opinions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.sql.Sql;

/** Reads opinions; row security decides which there are. */
@Singleton
class OpinionReading {
    static final ListSpec OPINIONS = ListSpec.of("opinion", "id", "id::text")
            .sort("givenAt", "given_at")
            .filter("plan", "plan = ANY (?)")
            .filter("meeting", "meeting = ANY (?)")
            .filter("task", "task = ANY (?)")
            .filter("agency", "addressed_to = ANY (?)")
            .filter("status", "status = ANY (?)", OpinionStatus.class)
            .build();

    static final ListSpec HISTORY = ListSpec.of("opinion_history", "version", "version")
            .filter("opinion", "opinion = ANY (?::uuid[])")
            .build();

    /** What may be asked of a history; whose it is stands in the address. */
    static final ListSpec HISTORY_AS_ASKED =
            ListSpec.of("opinion_history", "version", "version").build();

    static final String STEP = "version AS step, at, actor, actor_agency, from_status, to_status, reason";

    private final OpinionStore opinions;
    private final Lists lists;
    private final CurrentCaller current;

    OpinionReading(OpinionStore opinions, Lists lists, CurrentCaller current) {
        this.opinions = opinions;
        this.lists = lists;
        this.current = current;
    }

    @Transactional
    OpinionView view(String id) {
        return OpinionView.of(opinions.get(id), current.get());
    }

    @Transactional
    Page<OpinionView> list(ListRequest request) {
        Caller caller = current.get();
        return lists.page(
                OpinionStore.COLUMNS, OPINIONS, request, row -> OpinionView.of(OpinionStore.opinion(row), caller));
    }

    /** Every step of an opinion, oldest first, with each answer that was ever given. */
    @Transactional
    Page<OpinionStep> history(String id, ListRequest asked) {
        String known = opinions.get(id).id().toString();
        ListRequest request = new ListRequest(
                asked.limit(),
                asked.sort(),
                asked.cursor(),
                asked.count(),
                new TreeMap<>(Map.of("opinion", List.of(known))));
        boolean tellsWho = OpinionRights.tellsWho(current.get());
        return lists.page(STEP, HISTORY, request, row -> step(row, tellsWho));
    }

    private static OpinionStep step(ResultSet row, boolean tellsWho) throws SQLException {
        String from = row.getString("from_status");
        return new OpinionStep(
                row.getLong("step"),
                Sql.instant(row, "at"),
                from == null ? null : OpinionStatus.valueOf(from),
                OpinionStatus.valueOf(row.getString("to_status")),
                row.getString("reason"),
                row.getString("actor_agency"),
                tellsWho ? row.getString("actor") : null);
    }
}
