package kcs.progress.assessments;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.identity.RowScopedRead;
import kcs.chassis.paging.ListRequest;
import kcs.chassis.paging.ListSpec;
import kcs.chassis.paging.Lists;
import kcs.chassis.paging.Page;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;

/** Reads assessments; row security decides which there are. */
@Singleton
class AssessmentReading {
    static final ListSpec ASSESSMENTS = ListSpec.of("assessment", "id", "id::text")
            .sort("assessedAt", "assessed_at")
            .filter("cycle", "cycle = ANY (?)")
            .filter("task", "task = ANY (?)")
            .filter("inForce", "in_force = ANY (?::boolean[])")
            .build();

    private static final String COLUMNS =
            "id, cycle, task, health, reason, in_force, assessed_at, replaced_at, assessed_by";

    private static final String ONE = "SELECT " + COLUMNS + " FROM assessment WHERE id = ?::uuid";

    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Lists lists;
    private final RowScopedRead one;
    private final CurrentCaller current;

    AssessmentReading(Lists lists, RowScopedRead one, CurrentCaller current) {
        this.lists = lists;
        this.one = one;
        this.current = current;
    }

    /** @throws ProblemException 404 when there is none that the caller may see */
    AssessmentView get(String id) {
        if (!id.matches(UUID_TEXT)) {
            throw ProblemException.notFound(id);
        }
        boolean tellsWho = tellsWho();
        return one.one(ONE, id, row -> view(row, tellsWho)).orElseThrow(() -> ProblemException.notFound(id));
    }

    @Transactional
    Page<AssessmentView> list(ListRequest request) {
        boolean tellsWho = tellsWho();
        return lists.page(COLUMNS, ASSESSMENTS, request, row -> view(row, tellsWho));
    }

    private boolean tellsWho() {
        return current.get().is(Role.PLANNER, Role.AUDITOR);
    }

    private static AssessmentView view(ResultSet row, boolean tellsWho) throws SQLException {
        return new AssessmentView(
                row.getObject("id", UUID.class),
                row.getString("cycle"),
                row.getString("task"),
                Assess.Verdict.valueOf(row.getString("health")),
                row.getString("reason"),
                row.getBoolean("in_force"),
                Sql.instant(row, "assessed_at"),
                Sql.instant(row, "replaced_at"),
                tellsWho ? row.getString("assessed_by") : null);
    }
}
