package kcs.progress.worklist;

import static kcs.progress.Duties.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.sql.Sql;
import kcs.progress.Duties;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With many settled checkpoints, and others' open ones, a list costs what it holds and not what there ever was. */
@QuarkusTest
class WorklistPlanTest extends ProgressTest {
    @Inject
    Sql sql;

    @Inject
    CurrentCaller current;

    private static Duties duties;

    @BeforeAll
    static void layDownMany() {
        duties = new Duties();
        String cycle = duties.cycle(TODAY.plusDays(60));
        String first = duties.open(duties.task("PUBLIC"), cycle);
        OwnerSql.run("""
                INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                    version, changed_at)
                SELECT task || '.' || period || '.Q' || n, cycle, plan, period, task, 'Q' || n, role, agency_then, 'OPEN',
                    due_on, locks_on, 1, changed_at
                FROM checkpoint, generate_series(1, 20000) n WHERE id = '%s';
                UPDATE checkpoint SET status = 'ACCEPTED', first_submitted_at = changed_at, latest_no = 1, accepted_no = 1
                WHERE cycle = '%s' AND agency LIKE 'Q%%' AND agency NOT LIKE 'Q%%0';
                INSERT INTO extension (id, checkpoint, cycle, task, agency, status, wanted_until, reason, asked_at, asked_by,
                    granted_until, decided_at, version)
                SELECT gen_random_uuid(), id, cycle || agency, task || agency, agency, 'GRANTED', due_on, '시험', changed_at,
                    'x', due_on, changed_at, 1
                FROM checkpoint WHERE cycle = '%s' AND agency LIKE 'Q%%';
                INSERT INTO opinion (id, plan, addressed_to, text, status, given_at, given_by, answer, answered_at,
                    closing_reason, closed_at, version, changed_at)
                SELECT gen_random_uuid(), plan, agency, 'x', 'CLOSED', changed_at, 'x', 'x', changed_at, 'x', changed_at, 2,
                    changed_at
                FROM checkpoint WHERE cycle = '%s' AND agency LIKE 'Q%%'""".formatted(first, cycle, cycle, cycle));
        OwnerSql.run("ANALYZE checkpoint; ANALYZE extension; ANALYZE opinion");
    }

    @AfterAll
    static void clear() {
        OwnerSql.run("""
                DELETE FROM extension WHERE checkpoint LIKE '%s-%%';
                DELETE FROM opinion WHERE plan = '%s';
                DELETE FROM checkpoint WHERE plan = '%s' AND agency LIKE 'Q%%';
                ANALYZE checkpoint; ANALYZE extension;
                ANALYZE opinion""".formatted(duties.plan(), duties.plan(), duties.plan()));
    }

    private String plan(Caller caller, String statement, Object... parameters) {
        return current.as(
                caller,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> String.join(
                                "\n", sql.list("EXPLAIN " + statement, row -> row.getString(1), parameters))));
    }

    @Test
    void aReportersListGoesByItsAgency() {
        Caller reporter = new Caller("reporter-x", Set.of(Role.REPORTER), duties.agency(), false);

        String plan = plan(reporter, WorklistSql.of(reporter, TODAY), (Object) null);

        assertThat(plan)
                .contains("checkpoint_agency")
                .containsAnyOf("opinion_waiting", "opinion_agency")
                .doesNotContain("Seq Scan on checkpoint c", "Seq Scan on opinion");
    }

    @Test
    void aPlannersListGoesByWhatIsNotSettled() {
        Caller planner = Caller.system("test");

        String plan = plan(planner, WorklistSql.of(planner, TODAY), (Object) null);

        assertThat(plan)
                .contains("checkpoint_owed", "checkpoint_waiting")
                .containsAnyOf("opinion_waiting", "opinion_status")
                .containsAnyOf("extension_pending", "extension_status")
                .doesNotContain("Seq Scan on checkpoint c", "Seq Scan on extension e", "Seq Scan on opinion");
    }

    @Test
    void theCommitteesListGoesByWhatIsAnswered() {
        Caller member = new Caller("member", Set.of(Role.COMMITTEE), null, false);

        String plan = plan(member, WorklistSql.of(member, TODAY), (Object) null);

        assertThat(plan).containsAnyOf("opinion_waiting", "opinion_status").doesNotContain("Seq Scan on opinion");
    }

    @Test
    void aListOfRequestsGoesByEachFilter() {
        String list = "SELECT id FROM extension WHERE %s = ANY (?) ORDER BY asked_at LIMIT 51";

        for (String filter : new String[] {"checkpoint", "agency", "task", "cycle", "status"}) {
            String plan = plan(Caller.system("test"), list.formatted(filter), (Object) new String[] {"ASKED"});
            assertThat(plan)
                    .as(filter)
                    .contains("extension_")
                    // the roles, once for all rows
                    .contains("InitPlan")
                    .doesNotContain("Seq Scan");
        }
    }
}
