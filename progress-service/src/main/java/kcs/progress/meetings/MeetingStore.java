package kcs.progress.meetings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;

/** Finds meetings and keeps what becomes of them, each change with a line of history and the event that tells of it. */
@Singleton
class MeetingStore {
    static final String COLUMNS =
            "id, plan, no, held_at, ends_at, held_on, place, chair, attendance, agenda, snapshots,"
                    + " note, source, version, changed_at, changed_by";

    private static final String ONE = "SELECT " + COLUMNS + " FROM meeting WHERE id = ?";

    private static final String ADD = """
            INSERT INTO meeting (held_at, ends_at, held_on, place, chair, attendance, agenda, snapshots, note, source,
                version, changed_at, changed_by, id, plan, no)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String KEEP = """
            UPDATE meeting SET held_at = ?, ends_at = ?, held_on = ?, place = ?, chair = ?, attendance = ?::jsonb,
                agenda = ?::jsonb, snapshots = ?::jsonb, note = ?, source = ?::jsonb, version = ?, changed_at = ?,
                changed_by = ?::jsonb
            WHERE id = ?""";

    private static final String RECORD = """
            INSERT INTO meeting_history (meeting, version, at, actor, actor_agency, changed, content)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private static final String SNAPSHOTS = "SELECT id FROM snapshot WHERE plan = ? AND id = ANY (?)";

    /** @param changed null when it was registered */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            List<String> changed,

            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonIgnoreProperties("changedBy")
            MeetingView meeting) {}

    private final Sql sql;
    private final ColumnJson json;

    MeetingStore(Sql sql, ColumnJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** @throws ProblemException 404 when there is none */
    Meeting get(String id) {
        return sql.one(ONE, this::meeting, id).orElseThrow(() -> ProblemException.notFound(id));
    }

    /**
     * The meeting, locked until the transaction ends.
     *
     * @throws ProblemException 404 when there is none
     */
    Meeting forChange(String id) {
        return sql.one(ONE + " FOR NO KEY UPDATE", this::meeting, id).orElseThrow(() -> ProblemException.notFound(id));
    }

    /** Those of the frozen reports that there are of a plan. */
    Set<String> snapshots(String plan, List<String> ids) {
        return Set.copyOf(sql.list(SNAPSHOTS, row -> row.getString("id"), plan, ids.toArray(String[]::new)));
    }

    /** Empty where its plan has a meeting of that number, or without a number on that day. */
    Optional<OutboxEvent> add(Meeting meeting, Caller actor) {
        meeting.madeBy(ChangedBy.of(actor));
        int added = sql.change(ADD, values(meeting, meeting.id(), meeting.plan(), meeting.no()));
        return added == 0 ? Optional.empty() : Optional.of(recorded(meeting, null, actor));
    }

    OutboxEvent keep(Meeting meeting, List<String> changed, Caller actor) {
        meeting.madeBy(ChangedBy.of(actor));
        sql.change(KEEP, values(meeting, meeting.id()));
        return recorded(meeting, changed, actor);
    }

    private Object[] values(Meeting meeting, Object... last) {
        MeetingFacts facts = meeting.facts();
        Object[] first = {
            facts.heldAt(),
            facts.endsAt(),
            facts.day(),
            facts.place(),
            facts.chair(),
            json.text(facts.attendance()),
            json.text(facts.agenda()),
            json.text(facts.snapshots()),
            facts.note(),
            facts.source() == null ? null : json.text(facts.source()),
            meeting.version(),
            meeting.changedAt(),
            meeting.changedBy() == null ? null : json.text(meeting.changedBy())
        };
        Object[] all = Arrays.copyOf(first, first.length + last.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }

    private OutboxEvent recorded(Meeting meeting, List<String> changed, Caller actor) {
        MeetingView state = MeetingView.of(meeting, actor);
        sql.change(
                RECORD,
                meeting.id(),
                meeting.version(),
                meeting.changedAt(),
                actor.subject(),
                actor.agency(),
                changed == null ? new String[0] : changed.toArray(String[]::new),
                json.text(state));
        String type = changed == null ? "meeting.registered" : "meeting.changed";
        return new OutboxEvent("meeting/" + meeting.id(), meeting.id(), type, meeting.id(), new Data(changed, state));
    }

    /** @param row with {@link #COLUMNS} */
    Meeting meeting(ResultSet row) throws SQLException {
        String source = row.getString("source");
        String changedBy = row.getString("changed_by");
        MeetingFacts facts = new MeetingFacts(
                Sql.instant(row, "held_at"),
                Sql.instant(row, "ends_at"),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getString("chair"),
                List.of(json.read(row.getString("attendance"), Attendance[].class)),
                List.of(json.read(row.getString("agenda"), String[].class)),
                List.of(json.read(row.getString("snapshots"), String[].class)),
                row.getString("note"),
                source == null ? null : json.read(source, MeetingSource.class));
        Meeting meeting = new Meeting(
                row.getString("id"),
                row.getString("plan"),
                row.getObject("no", Integer.class),
                facts,
                row.getLong("version"),
                Sql.instant(row, "changed_at"));
        return changedBy == null ? meeting : meeting.madeBy(json.read(changedBy, ChangedBy.class));
    }
}
