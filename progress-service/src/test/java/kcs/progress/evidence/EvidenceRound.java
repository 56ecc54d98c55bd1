package kcs.progress.evidence;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import kcs.progress.OwnerSql;

/**
 * A task of DAPA's and MOFA's with DAPA's checkpoint in it, each test's its own; in the tables, as the round leaves it
 * there. ISLE takes part too and has no reporters.
 */
final class EvidenceRound {
    private static final AtomicInteger PLANS = new AtomicInteger();

    final String checkpoint;
    private final String task;

    EvidenceRound() {
        this("DAPA");
    }

    EvidenceRound(String agency) {
        String plan = "EVID-" + PLANS.incrementAndGet();
        task = plan + "-01";
        checkpoint = task + ".2024Q3." + agency;
        OwnerSql.run("""
                INSERT INTO known_plan VALUES ('%1$s', '{"ko":"계획"}', 1, 1);
                INSERT INTO known_agency (code, names, reports, status, epoch, sequence) VALUES
                    ('DAPA', '[]', true, 'ACTIVE', 1, 1), ('MOFA', '[]', true, 'ACTIVE', 1, 1),
                    ('ISLE', '[]', false, 'ACTIVE', 1, 1) ON CONFLICT DO NOTHING;
                INSERT INTO known_task (code, plan, title, visibility, participants, reporting, status, milestones,
                    indicators, epoch, sequence)
                VALUES ('%2$s', '%1$s', '{"ko":"과제"}', 'PUBLIC', '{DAPA,MOFA,ISLE}', '[]', 'IN_PROGRESS', '[]', '[]', 1, 1);
                INSERT INTO cycle (id, plan, period, period_starts_on, period_ends_on, opens_on, nominal_due_on, due_on,
                    due_derivation, locks_on, status, version, changed_at)
                VALUES ('%1$s-2024Q3', '%1$s', '2024Q3', '2024-07-01', '2024-09-30', '2024-10-01', '2024-10-10',
                    '2024-10-10', '{}', '2024-10-31', 'OPEN', 1, now());
                INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                    version, changed_at)
                VALUES ('%3$s', '%1$s-2024Q3', '%1$s', '2024Q3', '%2$s', '%4$s', 'PARTNER', '{"name": {"ko": "기관"}}', 'OPEN', '2024-10-10',
                    '2024-10-31', 1, now());
                """.formatted(plan, task, checkpoint, agency));
    }

    /** Files a submission that names a file. */
    void file(int no, String evidence) {
        submit(no);
        OwnerSql.run("INSERT INTO submission_evidence VALUES ('%s', %d, '%s')".formatted(checkpoint, no, evidence));
    }

    /** Files a submission that names nothing yet. */
    void submit(int no) {
        OwnerSql.run("""
                INSERT INTO submission (checkpoint, no, task, agency, kind, filed_by, content, submitted_at, submitted_by)
                SELECT id, %d, task, agency, 'PROGRESS', 'AGENCY', '{}', now(), 'x' FROM checkpoint WHERE id = '%s';
                """.formatted(no, checkpoint));
    }

    void accept(int no) {
        OwnerSql.run("UPDATE submission SET accepted_at = now() WHERE checkpoint = '%s' AND no = %d"
                .formatted(checkpoint, no));
    }

    void waive() {
        OwnerSql.run("UPDATE checkpoint SET status = 'WAIVED' WHERE id = '" + checkpoint + "'");
    }

    /** How many files there are, also those that nobody sees. */
    long files() {
        return OwnerSql.number("SELECT count(*) FROM evidence WHERE checkpoint = '" + checkpoint + "'");
    }

    String address() {
        return "/api/v1/checkpoints/" + checkpoint + "/evidence";
    }

    Response upload(RequestSpecification caller, String name, String type, byte[] content) {
        return caller.header("Content-Disposition", new FileName(name).attachment())
                .contentType(type)
                .body(content)
                .post(address());
    }

    /** A small text of the caller's; its id. */
    String uploaded(RequestSpecification caller) {
        return upload(caller, "a.txt", "text/plain", "증빙".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
