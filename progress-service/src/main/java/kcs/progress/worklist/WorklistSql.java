package kcs.progress.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;

/** The statement that draws up a list. Each part of it begins with an index: see the indexes of the tables. */
final class WorklistSql {

    private static final String OWN = """
            SELECT CASE WHEN c.status = 'RETURNED' THEN 'RETURNED'
                        WHEN owed_on(c) < asked.today THEN 'OVERDUE' ELSE 'DUE' END,
                0, owed_on(c), c.agency, c.id, NULL::uuid, NULL::uuid, c.changed_at
            FROM asked CROSS JOIN checkpoint c JOIN cycle y ON y.id = c.cycle
            WHERE c.agency = current_setting('kcs.agency', true) AND c.status IN ('OPEN', 'RETURNED')
              AND (c.status = 'RETURNED' OR can_be_filed(c, y.status = 'CLOSED', asked.today))""";

    /** What still can come is waited for before what cannot. */
    private static final String OF_AGENCIES = """
            SELECT k.kind, CASE WHEN k.kind = 'UNASSIGNED' THEN 0 WHEN k.kind = 'RETURNED' OR f.can THEN 1 ELSE 2 END,
                owed_on(c), c.agency, c.id, NULL::uuid, NULL::uuid, c.changed_at
            FROM asked CROSS JOIN checkpoint c JOIN cycle y ON y.id = c.cycle
            LEFT JOIN known_agency a ON a.code = c.agency
            CROSS JOIN LATERAL (SELECT can_be_filed(c, y.status = 'CLOSED', asked.today) AS can,
                                       coalesce(a.reports AND a.status = 'ACTIVE', false) AS files) f
            CROSS JOIN LATERAL (
                SELECT CASE WHEN NOT f.files AND (f.can OR c.status = 'RETURNED') THEN 'UNASSIGNED'
                            WHEN c.status = 'RETURNED' THEN 'RETURNED'
                            WHEN owed_on(c) < asked.today THEN 'MISSING' END AS kind) k
            WHERE c.status IN ('OPEN', 'RETURNED') AND k.kind IS NOT NULL""";

    private static final String TO_REVIEW = """
            SELECT 'SUBMITTED', 0, owed_on(c), c.agency, c.id, NULL::uuid, NULL::uuid, c.last_submitted_at
            FROM checkpoint c WHERE c.status = 'SUBMITTED'""";

    private static final String TO_DECIDE = """
            SELECT 'EXTENSION_ASKED', 0, owed_on(c), c.agency, c.id, e.id, NULL::uuid, e.asked_at
            FROM extension e JOIN checkpoint c ON c.id = e.checkpoint WHERE e.status = 'ASKED'""";

    private static final String UNADDRESSED = """
            SELECT 'UNADDRESSED', 0, m.day, m.agency, NULL::text, NULL::uuid, NULL::uuid, m.claimed_at
            FROM mail m WHERE m.state = 'UNADDRESSED'""";

    /** An opinion has no due day: the one that waits longest comes first. */
    private static final String OPINION = """
            SELECT 'OPINION_' || o.status, 0, (o.changed_at AT TIME ZONE 'Asia/Seoul')::date, o.addressed_to, NULL::text,
                NULL::uuid, o.id, o.changed_at
            FROM opinion o
            """;

    private static final String OWN_OPINIONS =
            OPINION + "WHERE o.status = 'OPEN' AND o.addressed_to = current_setting('kcs.agency', true)";

    private static final String OPINIONS_BY_PROXY = OPINION + """
            LEFT JOIN known_agency a ON a.code = o.addressed_to
            WHERE o.status = 'OPEN' AND NOT coalesce(a.reports AND a.status = 'ACTIVE', false)""";

    private static final String ANSWERED = OPINION + "WHERE o.status = 'ANSWERED'";

    private static final String LIST = """
            WITH asked AS MATERIALIZED (SELECT DATE '%s' AS today),
            work AS MATERIALIZED (
            SELECT * FROM (
            %s) AS everything (kind, waits, owed_on, agency, checkpoint, extension, opinion, since)
            WHERE coalesce(agency = ANY (?::text[]), true)),
            first AS (
                SELECT * FROM work ORDER BY waits, owed_on, kind, checkpoint, agency, opinion LIMIT %d)
            SELECT w.*, (SELECT jsonb_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM work GROUP BY kind) k) AS counts,
                coalesce(c.task, o.task) AS task, t.title, c.cycle, c.period, c.version, c.submitted_by,
                coalesce(c.agency_then -> 'name', called.name, jsonb_build_object('ko', w.agency)) AS agency_name,
                greatest(0, CASE WHEN c.status = 'SUBMITTED' THEN c.first_submitted_on ELSE asked.today END - w.owed_on)
                    AS days_late,
                CASE WHEN e.id IS NOT NULL THEN e.reason WHEN c.status = 'RETURNED' THEN c.reason
                     ELSE o.sent_back_reason END AS why,
                d.checkpoint IS NOT NULL AS draft_saved, e.wanted_until, e.asked_by, e.version AS extension_version,
                o.meeting, o.text AS opinion_text, o.answer, o.version AS opinion_version
            FROM first w CROSS JOIN asked
            LEFT JOIN checkpoint c ON c.id = w.checkpoint
            LEFT JOIN LATERAL (SELECT * FROM extension WHERE id = w.extension LIMIT 1) e ON true
            LEFT JOIN LATERAL (SELECT * FROM opinion WHERE id = w.opinion LIMIT 1) o ON true
            LEFT JOIN known_task t ON t.code = coalesce(c.task, o.task)
            LEFT JOIN draft d ON d.checkpoint = w.checkpoint
            LEFT JOIN LATERAL (
                SELECT dated -> 'name' AS name
                FROM known_agency a CROSS JOIN jsonb_array_elements(a.names) AS dated
                WHERE a.code = w.agency AND w.checkpoint IS NULL
                  AND coalesce((dated ->> 'validFrom')::date <= asked.today, true)
                ORDER BY (dated ->> 'validFrom')::date DESC NULLS LAST LIMIT 1) called ON true
            ORDER BY w.waits, w.owed_on, w.kind, w.checkpoint, w.agency, w.opinion""";

    private WorklistSql() {}

    /**
     * The list of a caller who has one; its agency is the one that row security was told. Its parameter are the codes of the
     * agencies of which the list is wanted; null for all.
     */
    static String of(Caller caller, LocalDate today) {
        List<String> parts = new ArrayList<>();
        if (caller.is(Role.REPORTER)) {
            parts.addAll(List.of(OWN, OWN_OPINIONS));
        }
        if (caller.is(Role.PLANNER)) {
            parts.addAll(List.of(OF_AGENCIES, TO_REVIEW, TO_DECIDE, UNADDRESSED, OPINIONS_BY_PROXY));
        }
        if (caller.is(Role.PLANNER, Role.COMMITTEE)) {
            parts.add(ANSWERED);
        }
        return LIST.formatted(today, String.join("\nUNION ALL\n", parts), Worklist.MOST);
    }
}
