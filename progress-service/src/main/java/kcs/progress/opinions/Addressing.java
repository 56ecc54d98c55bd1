package kcs.progress.opinions;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;

/** Looks whether what an opinion names is there and belongs together. */
@Singleton
class Addressing {
    private static final String NAMED = """
            SELECT p.code AS plan, m.plan AS meeting_plan, t.plan AS task_plan, t.participants, a.code AS agency,
                coalesce(a.reports AND a.status = 'ACTIVE', false) AS agency_reports
            FROM (VALUES (?, ?, ?, ?)) AS named (plan, meeting, task, agency)
            LEFT JOIN known_plan p ON p.code = named.plan
            LEFT JOIN meeting m ON m.id = named.meeting
            LEFT JOIN known_task t ON t.code = named.task
            LEFT JOIN known_agency a ON a.code = named.agency""";

    /** What is named is; null where there is no such thing. */
    private record Named(
            String plan,
            String meetingPlan,
            String taskPlan,
            Set<String> participants,
            String agency,
            boolean agencyReports) {}

    private final Sql sql;

    Addressing(Sql sql) {
        this.sql = sql;
    }

    /**
     * The agency that is to answer.
     *
     * @throws ProblemException 422 naming what there is not, or what belongs elsewhere
     */
    Opinion.Addressee addressee(GiveOpinion wanted) {
        Named named = sql.one(
                        NAMED, Addressing::named, wanted.plan(), wanted.meeting(), wanted.task(), wanted.addressedTo())
                .orElseThrow();
        List<FieldError> errors = new ArrayList<>();
        if (named.plan() == null) {
            errors.add(FieldError.of("/plan", "unknown-plan", wanted.plan()));
        }
        if (wanted.meeting() != null && !wanted.plan().equals(named.meetingPlan())) {
            errors.add(FieldError.of("/meeting", "unknown-meeting", wanted.meeting(), wanted.plan()));
        }
        if (wanted.task() != null && !wanted.plan().equals(named.taskPlan())) {
            errors.add(FieldError.of("/task", "unknown-task-of-plan", wanted.task(), wanted.plan()));
        } else if (named.agency() == null) {
            errors.add(FieldError.of("/addressedTo", "unknown-agency", wanted.addressedTo()));
        } else if (wanted.task() != null && !named.participants().contains(named.agency())) {
            errors.add(FieldError.of("/addressedTo", "not-taking-part", wanted.addressedTo(), wanted.task()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
        return new Opinion.Addressee(named.agency(), named.agencyReports());
    }

    private static Named named(ResultSet row) throws SQLException {
        boolean task = row.getString("task_plan") != null;
        return new Named(
                row.getString("plan"),
                row.getString("meeting_plan"),
                row.getString("task_plan"),
                task ? Set.of((String[]) row.getArray("participants").getArray()) : Set.of(),
                row.getString("agency"),
                row.getBoolean("agency_reports"));
    }
}
