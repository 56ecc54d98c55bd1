package kcs.collaboration.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;

/** Finds tasks for a change and keeps what came of it: the task, a line of its history, the event, in this order. */
@Singleton
class TaskStore {
    private final EntityManager entities;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    TaskStore(EntityManager entities, Outbox outbox, Idempotency idempotency, ObjectMapper json) {
        this.entities = entities;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * The task, locked until the transaction ends.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    Task forChange(String code) {
        Task task = entities.find(Task.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (task == null) {
            throw ProblemException.notFound(code);
        }
        return task;
    }

    Optional<Task> find(String code) {
        return Optional.ofNullable(entities.find(Task.class, code));
    }

    boolean exists(String code) {
        return find(code).isPresent();
    }

    void add(Task task) {
        entities.persist(task);
        entities.flush();
    }

    /** Writes the changed task, so that its version is the new one from here on. */
    void update() {
        entities.flush();
    }

    void record(TaskRevision revision, OutboxEvent event) {
        entities.persist(revision);
        entities.flush();
        outbox.append(event);
    }

    Reply reply(int status, Task task, Caller caller) {
        String location = status == 201 ? "/api/v1/tasks/" + task.code() : null;
        return idempotency.reply(status, location, task.version(), task.view(allowed(task.status(), caller)));
    }

    /** Where this caller may move a task: planners along the table, the others nowhere. */
    static List<TaskStatus> allowed(TaskStatus status, Caller caller) {
        return caller.is(Role.PLANNER) ? status.next().stream().sorted().toList() : List.of();
    }

    /** What differs between a task as it stood and as it stands, by property. */
    TaskRevision.Differences differences(TaskView before, TaskView after) {
        ObjectNode old = json.valueToTree(before);
        ObjectNode now = json.valueToTree(after);
        old.remove(List.of("version", "changedAt", "rescheduled"));
        List<TaskRevision.Difference> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : old.properties()) {
            JsonNode then = now.get(property.getKey());
            if (!Objects.equals(property.getValue(), then)) {
                fields.add(new TaskRevision.Difference(property.getKey(), property.getValue(), then));
            }
        }
        return new TaskRevision.Differences(fields);
    }
}
