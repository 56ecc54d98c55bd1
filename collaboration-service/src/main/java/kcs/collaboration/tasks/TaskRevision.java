package kcs.collaboration.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of a task's history: kept for ever, and not even the service can change it. */
@Entity
@SuppressWarnings("UnusedVariable") // the columns are read with SQL, too
@Immutable
@Table(name = "task_revision")
class TaskRevision {
    @Id
    private UUID id;

    private String task;
    private long version;
    private Instant at;
    private String actor;

    @Column(name = "actor_agency")
    private String actorAgency;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private TaskStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    private TaskStatus toStatus;

    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private Differences changes;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    /** What was done. */
    enum Action {
        REGISTERED,
        CHANGED,
        STATUS_CHANGED,
        PLACE_FILLED,
        PARTICIPATION_SET,
        PARTICIPATION_ENDED
    }

    /** What differs between two states of a task. */
    record Differences(List<Difference> fields) {
        static final Differences NONE = new Differences(List.of());
    }

    /** A property before and after. */
    record Difference(String field, JsonNode from, JsonNode to) {}

    /** For the persistence provider. */
    protected TaskRevision() {}

    private TaskRevision(Task task, Action action, Caller actor, String reason, Differences changes) {
        this.id = UUID.randomUUID();
        this.task = task.code();
        this.version = task.version();
        this.at = task.changedAt();
        this.actor = actor.subject();
        this.actorAgency = actor.agency();
        this.action = action;
        this.reason = reason;
        this.changes = changes;
        this.visibility = task.visibility();
    }

    static TaskRevision entry(Task task, Caller actor, String reason) {
        TaskRevision revision = new TaskRevision(task, Action.REGISTERED, actor, reason, Differences.NONE);
        revision.toStatus = task.status();
        return revision;
    }

    static TaskRevision move(Task task, Task.StatusChange change, Caller actor, String reason) {
        TaskRevision revision = new TaskRevision(task, Action.STATUS_CHANGED, actor, reason, Differences.NONE);
        revision.fromStatus = change.from();
        revision.toStatus = change.to();
        return revision;
    }

    /** It shows what was and what is, and so is as little public as the less public of both. */
    static TaskRevision change(
            Task task, Visibility before, Action action, Caller actor, String reason, Differences changes) {
        TaskRevision revision = new TaskRevision(task, action, actor, reason, changes);
        if (before == Visibility.GOVERNMENT) {
            revision.visibility = Visibility.GOVERNMENT;
        }
        return revision;
    }
}
