package kcs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.Tokens;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself shows and takes, were there no policy in the code: the second of two layers. */
@QuarkusTest
class RowSecurityTest extends RoundTest {
    /** In the order of the numbers that are expected of them. */
    private static final List<RowScope> CALLERS = List.of(
            new RowScope("reporter", "DAPA"),
            new RowScope("reporter", "MOTIE"),
            new RowScope("committee", null),
            new RowScope("planner", null),
            new RowScope("auditor", null));

    /** An agency that has no part in it, whoever has no role there, and a connection for which nobody said who asks. */
    private static final List<RowScope> OUTSIDERS = List.of(
            new RowScope("reporter", "FSC"),
            new RowScope("reporter", null),
            new RowScope("admin", null),
            new RowScope("service", null),
            new RowScope("", "DAPA"),
            new RowScope(null, null));

    private String task;
    private String dapa;
    private String cycle;
    private String opinion;
    private String onTheWhole;
    private String meeting;

    @BeforeEach
    void fileAndDraft() {
        String plan = knownPlan();
        ObjectNode data = Stories.task(plan, 1, "GOVERNMENT");
        task = taskInProgress(data, "DAPA", "MOTIE");
        cycle = openCycle(plan);
        dapa = checkpoint(task, "DAPA");
        file(dapa, progress(40)).statusCode(201);
        sendBack(dapa, "수치가 없음").statusCode(201);
        writing(Tokens.reporter("DAPA"))
                .body(progress(45))
                .put(path(dapa) + "/draft")
                .then()
                .statusCode(200);
        OwnerSql.run(("INSERT INTO evidence (id, checkpoint, task, agency, proxy, title, file_name, uploaded_at,"
                        + " uploaded_by) VALUES ('%s', '%s', '%s', 'DAPA', false, '공문', 'a.pdf', now(), 'x')")
                .formatted(UUID.randomUUID(), dapa, task));
        OwnerSql.run(("INSERT INTO extension (id, checkpoint, cycle, task, agency, status, wanted_until, reason,"
                        + " asked_at, asked_by, decided_at, version) VALUES ('%s', '%s', '%s', '%s', 'DAPA', 'REFUSED',"
                        + " '2024-10-14', '시험', now(), 'x', now(), 1)")
                .formatted(UUID.randomUUID(), dapa, cycle, task));
        writing(Tokens.planner())
                .body(Map.of("cycle", cycle, "task", task, "health", "AT_RISK", "reason", "시험"))
                .post("/api/v1/assessments")
                .then()
                .statusCode(201);
        opinion = Opinions.given(plan, task, "DAPA", "수치로 제시할 것");
        onTheWhole = Opinions.given(plan, null, "DAPA", "담당 부서를 정할 것");
        meeting = writing(Tokens.planner())
                .body(Map.of("plan", plan, "no", 8))
                .post("/api/v1/meetings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, int[]> seen() {
        Map<String, int[]> seen = new LinkedHashMap<>();
        seen.put("checkpoint WHERE id = '" + dapa + "'", new int[] {1, 1, 1, 1, 1});
        seen.put("submission WHERE checkpoint = '" + dapa + "'", new int[] {1, 0, 0, 1, 1});
        seen.put("checkpoint_history WHERE checkpoint = '" + dapa + "'", new int[] {2, 0, 0, 2, 2});
        seen.put("draft WHERE checkpoint = '" + dapa + "'", new int[] {1, 0, 0, 0, 0});
        seen.put("evidence WHERE checkpoint = '" + dapa + "'", new int[] {1, 0, 0, 0, 0});
        seen.put("extension WHERE checkpoint = '" + dapa + "'", new int[] {1, 0, 0, 1, 1});
        seen.put("assessment WHERE task = '" + task + "'", new int[] {1, 1, 1, 1, 1});
        seen.put("known_task WHERE code = '" + task + "'", new int[] {1, 1, 1, 1, 1});
        seen.put("health WHERE task = '" + task + "'", new int[] {1, 1, 1, 1, 1});
        seen.put("opinion WHERE id = '" + opinion + "'", new int[] {1, 1, 1, 1, 1});
        seen.put("opinion_history WHERE opinion = '" + opinion + "'", new int[] {1, 1, 1, 1, 1});
        seen.put("opinion WHERE id = '" + onTheWhole + "'", new int[] {1, 0, 1, 1, 1});
        seen.put("opinion_history WHERE opinion = '" + onTheWhole + "'", new int[] {1, 0, 1, 1, 1});
        return seen;
    }

    @Test
    void showsWhatIsTheCallersToSee() {
        SoftAssertions softly = new SoftAssertions();
        seen().forEach((rows, expected) -> {
            for (int i = 0; i < expected.length; i++) {
                softly.assertThat(CALLERS.get(i).number("SELECT count(*) FROM " + rows))
                        .as("%s for %s", rows, CALLERS.get(i))
                        .isEqualTo(expected[i]);
            }
            for (RowScope outsider : OUTSIDERS) {
                softly.assertThat(outsider.number("SELECT count(*) FROM " + rows))
                        .as("%s for %s", rows, outsider)
                        .isZero();
            }
        });
        softly.assertAll();
    }

    @Test
    void showsCoPartnersAndTheCommitteeASubmissionOnceItIsAccepted() {
        file(dapa, progress(50)).statusCode(201);
        accept(dapa).statusCode(201);

        String accepted = "SELECT count(*) FROM submission WHERE checkpoint = '" + dapa + "'";

        assertThat(CALLERS).extracting(caller -> caller.number(accepted)).containsExactly(2L, 1L, 1L, 2L, 2L);
        assertThat(OUTSIDERS).extracting(caller -> caller.number(accepted)).containsOnly(0L);
    }

    @Test
    void everyTableThatBelongsToAnAgencyHasRowSecurityAndShowsNothingToNobody() {
        String guarded = """
                FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
                WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND NOT a.attisdropped
                  AND a.attname IN ('agency', 'checkpoint', 'task')""";

        assertThat(OwnerSql.number("SELECT count(*) " + guarded + " AND NOT t.relrowsecurity"))
                .isZero();
        assertThat(OwnerSql.number("SELECT count(DISTINCT t.oid) " + guarded)).isGreaterThan(5);
        for (String table : List.of(
                "checkpoint",
                "submission",
                "checkpoint_history",
                "draft",
                "evidence",
                "extension",
                "assessment",
                "opinion",
                "opinion_history")) {
            assertThat(new RowScope(null, null).number("SELECT count(*) FROM " + table))
                    .as(table)
                    .isZero();
        }
    }

    /** What nobody but its agency may do to DAPA's; {@code %s} is whoever tries it. */
    private List<String> foreignWrites() {
        String submission = "INSERT INTO submission (checkpoint, no, task, agency, kind, filed_by, content,"
                + " submitted_at, submitted_by) VALUES ('" + dapa + "', 9, '" + task
                + "', '%s', 'NOTHING_TO_REPORT', '%s', '{}', now(), 'x')";
        return List.of(
                submission.formatted("DAPA", "AGENCY"),
                submission.formatted("DAPA", "PROXY"),
                submission.formatted("%s", "AGENCY"),
                submission.formatted("FSC", "PROXY"),
                extension("DAPA"),
                extension("%s"),
                "INSERT INTO draft (checkpoint, agency, proxy, content, version, saved_at, saved_by) VALUES ('"
                        + checkpoint(task, "KCS") + "', '%s', false, '{}', 0, now(), 'x')",
                "UPDATE draft SET content = '{}' WHERE checkpoint = '" + dapa + "'",
                "DELETE FROM draft WHERE checkpoint = '" + dapa + "'");
    }

    private String extension(String agency) {
        return "INSERT INTO extension (id, checkpoint, cycle, task, agency, status, wanted_until, reason, asked_at,"
                + " asked_by, version) VALUES ('" + UUID.randomUUID() + "', '" + dapa + "', '" + cycle + "', '" + task
                + "', '" + agency + "', 'ASKED', '2024-10-14', '시험', now(), 'x', 0)";
    }

    @Test
    void nobodyWritesForAnotherAgency() {
        SoftAssertions softly = new SoftAssertions();
        for (RowScope caller : CALLERS.subList(1, CALLERS.size())) {
            refuses(softly, caller, foreignWrites());
        }
        for (RowScope caller : OUTSIDERS) {
            refuses(softly, caller, foreignWrites());
        }
        softly.assertAll();
    }

    /** What its own agency may do too, or planners. */
    private List<String> writes() {
        String history = "INSERT INTO checkpoint_history (checkpoint, version, agency, at, actor, action, from_status,"
                + " to_status) VALUES ('" + dapa + "', 9, '%s', now(), 'x', 'SUBMITTED', 'OPEN', 'SUBMITTED')";
        return List.of(
                "UPDATE checkpoint SET reason = 'x' WHERE id = '" + dapa + "'",
                history.formatted("DAPA"),
                history.formatted("%s"),
                "INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on,"
                        + " locks_on, version, changed_at) SELECT '" + task + ".2024Q3.%s', '" + cycle
                        + "', 'P', '2024Q3', '" + task
                        + "', '%s', 'PARTNER', '{}', 'OPEN', '2024-10-07', '2024-10-18', 0, now()");
    }

    @Test
    void whoIsNeitherItsAgencyNorAPlannerChangesNothing() {
        SoftAssertions softly = new SoftAssertions();
        refuses(softly, CALLERS.get(1), writes());
        refuses(softly, CALLERS.get(2), writes());
        refuses(softly, CALLERS.get(4), writes());
        OUTSIDERS.forEach(caller -> refuses(softly, caller, writes()));
        softly.assertAll();
    }

    /** What is done to an opinion that is OPEN, by whom of {@link #CALLERS} it is taken. */
    private Map<String, List<Integer>> moves() {
        String given = "INSERT INTO opinion (id, plan, task, addressed_to, text, status, given_at, given_by, answer,"
                + " answered_at, version, changed_at) SELECT gen_random_uuid(), plan, task, addressed_to, 'x', %s,"
                + " 0, now() FROM opinion WHERE id = '" + opinion + "'";
        String moved = "UPDATE opinion SET %s WHERE id = '" + opinion + "'";
        String step = "INSERT INTO opinion_history (opinion, version, at, actor, to_status) VALUES ('" + opinion
                + "', 9, now(), 'x', '%s')";
        Map<String, List<Integer>> moves = new LinkedHashMap<>();
        moves.put(given.formatted("'OPEN', now(), 'x', NULL, NULL"), List.of(-1, -1, 1, -1, -1));
        moves.put(given.formatted("'ANSWERED', now(), 'x', 'x', now()"), List.of(-1, -1, -1, -1, -1));
        moves.put(moved.formatted("status = 'ANSWERED', answer = 'x', answered_at = now()"), List.of(1, 0, -1, -1, 0));
        moves.put(
                moved.formatted("status = 'CLOSED', closing_reason = 'x', closed_at = now()"), List.of(-1, 0, 1, 1, 0));
        moves.put(moved.formatted("sent_back_reason = 'x'"), List.of(-1, 0, 1, -1, 0));
        moves.put(step.formatted("ANSWERED"), List.of(1, -1, -1, -1, -1));
        moves.put(step.formatted("CLOSED"), List.of(-1, -1, 1, 1, -1));
        moves.put(step.formatted("OPEN"), List.of(-1, -1, 1, -1, -1));
        return moves;
    }

    @Test
    void anOpinionIsGivenAnsweredAndClosedByThoseWhoMay() {
        SoftAssertions softly = new SoftAssertions();
        moves().forEach((sql, expected) -> {
            for (int i = 0; i < expected.size(); i++) {
                softly.assertThat(CALLERS.get(i).changes(sql))
                        .as("%s: %s", CALLERS.get(i), sql)
                        .isEqualTo(expected.get(i));
            }
            OUTSIDERS.forEach(caller -> refuses(softly, caller, List.of(sql)));
        });
        softly.assertAll();
    }

    @Test
    void plannersAnswerForAnAgencyThatHasNoReportersAlone() {
        String answer = "UPDATE opinion SET status = 'ANSWERED', answer = 'x', answered_at = now() WHERE id = '"
                + onTheWhole + "'";
        assertThat(CALLERS.get(3).changes(answer)).isEqualTo(-1);

        OwnerSql.run("UPDATE known_agency SET reports = false WHERE code = 'DAPA'");
        try {
            assertThat(CALLERS.get(3).changes(answer)).isOne();
            assertThat(CALLERS.get(2).changes(answer)).isEqualTo(-1);
        } finally {
            OwnerSql.run("UPDATE known_agency SET reports = true WHERE code = 'DAPA'");
        }
    }

    @Test
    void meetingsAreSeenByEverybody() {
        String seen = "SELECT count(*) FROM meeting WHERE id = '" + meeting + "'";

        assertThat(CALLERS).extracting(caller -> caller.number(seen)).containsOnly(1L);
        assertThat(OUTSIDERS).extracting(caller -> caller.number(seen)).containsOnly(1L);
    }

    @Test
    void onlyPlannersWriteWhatRightsAndDutiesAreDecidedBy() {
        List<String> planners = List.of(
                "UPDATE known_task SET participants = '{FSC}' WHERE code = '" + task + "'",
                "INSERT INTO known_task SELECT code || 'X', plan, title, visibility, participants, reporting, status,"
                        + " starts_on, ends_on, milestones, indicators, epoch, sequence FROM known_task LIMIT 1",
                "UPDATE known_agency SET reports = false WHERE code = 'DAPA'",
                "UPDATE known_plan SET title = '{}'",
                "UPDATE cycle SET locks_on = '2030-01-01' WHERE id = '" + cycle + "'",
                "UPDATE health SET declared = 'ON_TRACK' WHERE task = '" + task + "'",
                "UPDATE submission SET accepted_at = now() WHERE checkpoint = '" + dapa + "'",
                "UPDATE extension SET decision_reason = 'x' WHERE checkpoint = '" + dapa + "'",
                "UPDATE assessment SET replaced_at = now() WHERE task = '" + task + "'",
                "UPDATE meeting SET note = 'x' WHERE id = '" + meeting + "'",
                "INSERT INTO meeting (id, plan, no, attendance, agenda, snapshots, version, changed_at) SELECT"
                        + " plan || '-M9', plan, 9, '[]', '[]', '[]', 0, now() FROM meeting WHERE id = '" + meeting
                        + "'",
                "INSERT INTO meeting_history (meeting, version, at, actor, changed, content) VALUES ('" + meeting
                        + "', 9, now(), 'x', '{}', '{}')",
                "INSERT INTO assessment (id, cycle, task, health, reason, visibility, assessed_at, assessed_by) VALUES ('"
                        + UUID.randomUUID() + "', '" + cycle + "', '" + task
                        + "', 'ON_TRACK', '시험', 'PUBLIC', now(), 'x')");
        SoftAssertions softly = new SoftAssertions();
        for (RowScope caller : CALLERS) {
            if (!caller.roles().equals("planner")) {
                refuses(softly, caller, planners);
            }
        }
        OUTSIDERS.forEach(caller -> refuses(softly, caller, planners));
        planners.stream()
                .filter(sql -> sql.startsWith("UPDATE"))
                .forEach(sql ->
                        softly.assertThat(CALLERS.get(3).changes(sql)).as(sql).isPositive());
        softly.assertAll();
    }

    @Test
    void whatWasFiledAndDoneStaysAsItIsWhoeverAsks() {
        List<String> rewriting = List.of(
                "UPDATE submission SET content = '{}' WHERE checkpoint = '" + dapa + "'",
                "UPDATE submission SET submitted_at = now() WHERE checkpoint = '" + dapa + "'",
                "DELETE FROM submission WHERE checkpoint = '" + dapa + "'",
                "UPDATE checkpoint_history SET reason = 'x' WHERE checkpoint = '" + dapa + "'",
                "DELETE FROM checkpoint_history WHERE checkpoint = '" + dapa + "'",
                "DELETE FROM checkpoint WHERE id = '" + dapa + "'",
                "DELETE FROM cycle WHERE id = '" + cycle + "'",
                "UPDATE cycle_history SET reason = 'x'",
                "DELETE FROM cycle_history",
                "DELETE FROM known_task",
                "UPDATE extension SET reason = 'x' WHERE checkpoint = '" + dapa + "'",
                "UPDATE extension SET wanted_until = '2030-01-01' WHERE checkpoint = '" + dapa + "'",
                "DELETE FROM extension WHERE checkpoint = '" + dapa + "'",
                "UPDATE assessment SET health = 'ON_TRACK' WHERE task = '" + task + "'",
                "DELETE FROM assessment WHERE task = '" + task + "'",
                "UPDATE health_history SET reason = 'x'",
                "DELETE FROM health_history",
                "UPDATE opinion SET text = 'x' WHERE id = '" + opinion + "'",
                "UPDATE opinion SET addressed_to = 'MOTIE' WHERE id = '" + opinion + "'",
                "UPDATE opinion SET given_by = 'x' WHERE id = '" + opinion + "'",
                "DELETE FROM opinion WHERE id = '" + opinion + "'",
                "UPDATE opinion_history SET reason = 'x' WHERE opinion = '" + opinion + "'",
                "DELETE FROM opinion_history WHERE opinion = '" + opinion + "'",
                "UPDATE meeting SET plan = 'x' WHERE id = '" + meeting + "'",
                "UPDATE meeting SET no = 9 WHERE id = '" + meeting + "'",
                "DELETE FROM meeting WHERE id = '" + meeting + "'",
                "UPDATE meeting_history SET content = '{}'",
                "DELETE FROM meeting_history");
        SoftAssertions softly = new SoftAssertions();
        CALLERS.forEach(caller -> refuses(softly, caller, rewriting));
        softly.assertAll();
    }

    private static void refuses(SoftAssertions softly, RowScope caller, List<String> statements) {
        String own = caller.agency() == null || caller.agency().isEmpty() ? "FSC" : caller.agency();
        for (String statement : statements) {
            String sql = statement.replace("%s", own);
            softly.assertThat(caller.changes(sql)).as("%s: %s", caller, sql).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void itsOwnAgencyWritesWhatItMay() {
        RowScope own = CALLERS.get(0);

        assertThat(own.changes("UPDATE draft SET content = '{}' WHERE checkpoint = '" + dapa + "'"))
                .isOne();
        assertThat(own.changes("UPDATE checkpoint SET reason = 'x' WHERE id = '" + dapa + "'"))
                .isOne();
        assertThat(own.changes(foreignWrites().get(0))).isOne();
        assertThat(own.changes(writes().get(1))).isOne();
        assertThat(own.changes(extension("DAPA"))).isOne();
    }

    /** Else the planner takes a policy to let hardly any row through, see V1__round.sql. */
    @Test
    void everyPolicyForReadingAsksForTheRolesOnceForAStatement() {
        assertThat(OwnerSql.texts("""
                SELECT policyname FROM pg_policies
                WHERE schemaname = 'public' AND cmd = 'SELECT'
                  AND regexp_replace(qual, 'SELECT caller_has[(]', '', 'g') ~ 'caller_has[(]'""")).isEmpty();
    }
}
