package kcs.progress.opinions;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.Visibility;

/** Finds opinions and keeps what becomes of them, each step with a line of history and the event that tells of it. */
@Singleton
class OpinionStore {
    static final String COLUMNS =
            "id, plan, meeting, task, addressed_to, agency_reports(addressed_to) AS agency_reports,"
                    + " text, status, given_at, given_by, answer, answered_at, answered_by, answered_agency, sent_back_reason,"
                    + " closing_reason, closed_at, closed_by, version, changed_at";

    private static final String ONE = "SELECT " + COLUMNS + " FROM opinion WHERE id = ?";

    private static final String ADD = """
            INSERT INTO opinion (id, plan, meeting, task, addressed_to, text, status, given_at, given_by, version, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String KEEP = """
            UPDATE opinion SET status = ?, answer = ?, answered_at = ?, answered_by = ?, answered_agency = ?,
                sent_back_reason = ?, closing_reason = ?, closed_at = ?, closed_by = ?, version = ?, changed_at = ?
            WHERE id = ?""";

    private static final String RECORD = """
            INSERT INTO opinion_history (opinion, version, at, actor, actor_agency, from_status, to_status, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String READERS = "SELECT visibility, participants FROM known_task WHERE code = ?";

    private static final Opinion.Answer NO_ANSWER = new Opinion.Answer(null, null, null, null);
    private static final Opinion.Closing NOT_CLOSED = new Opinion.Closing(null, null, null);

    private final Sql sql;

    OpinionStore(Sql sql) {
        this.sql = sql;
    }

    /** @throws ProblemException 404 when there is none that the caller may see */
    Opinion get(String id) {
        return find(id, ONE);
    }

    /**
     * The same, locked until the transaction ends.
     *
     * @throws ProblemException 404 when there is none that the caller may change
     */
    Opinion forChange(String id) {
        return find(id, ONE + " FOR NO KEY UPDATE");
    }

    private Opinion find(String id, String query) {
        try {
            return sql.one(query, OpinionStore::opinion, UUID.fromString(id))
                    .orElseThrow(() -> ProblemException.notFound(id));
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound(id);
        }
    }

    OutboxEvent add(Opinion opinion, Caller actor) {
        Opinion.Given given = opinion.given();
        sql.change(
                ADD,
                given.id(),
                given.plan(),
                given.meeting(),
                given.task(),
                given.addressedTo().code(),
                given.text(),
                opinion.standing().status(),
                given.at(),
                given.by(),
                opinion.version(),
                opinion.standing().changedAt());
        return recorded(opinion, Opinion.first(), actor);
    }

    OutboxEvent keep(Opinion opinion, Opinion.Step step, Caller actor) {
        Opinion.Standing standing = opinion.standing();
        Opinion.Answer answer = standing.answer() == null ? NO_ANSWER : standing.answer();
        Opinion.Closing closing = standing.closing() == null ? NOT_CLOSED : standing.closing();
        sql.change(
                KEEP,
                standing.status(),
                answer.text(),
                answer.at(),
                answer.by(),
                answer.byAgency(),
                standing.sentBackReason(),
                closing.reason(),
                closing.at(),
                closing.by(),
                standing.version(),
                standing.changedAt(),
                opinion.id());
        return recorded(opinion, step, actor);
    }

    private OutboxEvent recorded(Opinion opinion, Opinion.Step step, Caller actor) {
        sql.change(
                RECORD,
                opinion.id(),
                opinion.version(),
                opinion.standing().changedAt(),
                actor.subject(),
                actor.agency(),
                step.from(),
                step.to(),
                step.reason());
        return OpinionEvents.moved(opinion, step, readers(opinion.given().task()), actor);
    }

    /** Of a task that the one who answers may not see any more nobody but the government and that agency. */
    private OpinionEvents.Readers readers(String task) {
        Optional<OpinionEvents.Readers> ofTask = task == null
                ? Optional.empty()
                : sql.one(
                        READERS,
                        row -> new OpinionEvents.Readers(
                                Visibility.valueOf(row.getString("visibility")),
                                List.of((String[]) row.getArray("participants").getArray())),
                        task);
        return ofTask.orElse(OpinionEvents.Readers.OF_THE_WHOLE);
    }

    /** @param row with {@link #COLUMNS} */
    static Opinion opinion(ResultSet row) throws SQLException {
        Opinion.Given given = new Opinion.Given(
                row.getObject("id", UUID.class),
                row.getString("plan"),
                row.getString("meeting"),
                row.getString("task"),
                new Opinion.Addressee(row.getString("addressed_to"), row.getBoolean("agency_reports")),
                row.getString("text"),
                Sql.instant(row, "given_at"),
                row.getString("given_by"));
        return new Opinion(given, standing(row));
    }

    private static Opinion.Standing standing(ResultSet row) throws SQLException {
        Opinion.Answer answer = new Opinion.Answer(
                row.getString("answer"),
                Sql.instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getString("answered_agency"));
        Opinion.Closing closing = new Opinion.Closing(
                row.getString("closing_reason"), Sql.instant(row, "closed_at"), row.getString("closed_by"));
        return new Opinion.Standing(
                OpinionStatus.valueOf(row.getString("status")),
                answer.text() == null ? null : answer,
                row.getString("sent_back_reason"),
                closing.at() == null ? null : closing,
                row.getLong("version"),
                Sql.instant(row, "changed_at"));
    }
}
