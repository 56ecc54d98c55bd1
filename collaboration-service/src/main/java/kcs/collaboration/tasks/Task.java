package kcs.collaboration.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kcs.collaboration.content.TaskContent;

/**
 * A collaboration task: what agencies agreed to do together, who takes part, and where it stands. One row; whatever
 * changes in it changes its version.
 */
class Task {
    private final String code;
    private final String plan;
    private final int no;
    private TaskContent content;
    private Origin origin;
    private boolean placeholder;
    private Visibility visibility;
    private String visibilityReason;
    private Participations participations;
    private Rescheduling rescheduled;
    private TaskStatus status;
    private Instant statusSince;
    private long version;
    private Instant changedAt;

    /** A task as it is kept. */
    Task(TaskRow row, TaskContent content, Participations participations, Rescheduling rescheduled) {
        this.code = row.code();
        this.plan = row.plan();
        this.no = row.no();
        this.content = content;
        this.origin = row.origin();
        this.placeholder = row.placeholder();
        this.visibility = row.visibility();
        this.visibilityReason = row.visibilityReason();
        this.participations = participations;
        this.rescheduled = rescheduled;
        this.status = row.status();
        this.statusSince = row.statusSince();
        this.version = row.version();
        this.changedAt = row.changedAt();
    }

    /**
     * A task as it enters the plan.
     *
     * @param entry what it is, apart from its content
     */
    Task(String plan, int no, Entry entry, TaskContent content, Participations participations, Clock clock) {
        this.code = codeOf(plan, no);
        this.plan = plan;
        this.no = no;
        this.content = content;
        this.origin = entry.origin();
        this.placeholder = entry.placeholder();
        this.visibility = entry.visibility();
        this.visibilityReason = entry.visibilityReason();
        this.rescheduled = new Rescheduling(List.of());
        this.status = entry.status();
        this.statusSince = clock.instant();
        this.participations = participations;
        this.changedAt = clock.instant();
    }

    /**
     * How a task enters: registered ones as PROPOSED; those of the catalogue as SELECTED, as their document says.
     *
     * @param placeholder whether it holds the place of one that was not published
     */
    record Entry(
            Origin origin, boolean placeholder, Visibility visibility, String visibilityReason, TaskStatus status) {}

    /** {@code KCS-2024-01}: the plan and the number in it. */
    static String codeOf(String plan, int no) {
        return String.format(Locale.ROOT, "%s-%02d", plan, no);
    }

    /**
     * Moves on in the lifecycle.
     *
     * @throws IllegalTransitionException when there is no such move from here
     */
    StatusChange moveTo(TaskStatus next, Clock clock) {
        if (!status.canMoveTo(next)) {
            throw new IllegalTransitionException(status, next, status.next());
        }
        TaskStatus previous = status;
        status = next;
        statusSince = clock.instant();
        touch(clock);
        return new StatusChange(previous, next);
    }

    /** A move that was made. */
    record StatusChange(TaskStatus from, TaskStatus to) {}

    /** Says something else; dates and targets that were set are remembered with the reason for their change. */
    void rewrite(TaskContent next, Visibility visibleTo, String whyNotPublic, String reason, Clock clock) {
        rescheduled = rescheduled.and(content.rescheduledBy(next), reason, clock.instant());
        content = next;
        visibility = visibleTo;
        visibilityReason = whyNotPublic;
        touch(clock);
    }

    /** Puts a real task into the place that this one held; where it stands stays. */
    void fill(TaskContent real, Participations taking, Entry entry, Clock clock) {
        content = real;
        origin = entry.origin();
        placeholder = false;
        visibility = entry.visibility();
        visibilityReason = entry.visibilityReason();
        participations = taking;
        touch(clock);
    }

    void change(Participations next, Clock clock) {
        participations = next;
        touch(clock);
    }

    private void touch(Clock clock) {
        version++;
        changedAt = clock.instant();
    }

    /** Sees what a planner may rewrite. */
    EditTask editable() {
        return EditTask.of(content, visibility, visibilityReason);
    }

    TaskView view(List<TaskStatus> allowedTransitions) {
        return TaskView.of(this, allowedTransitions);
    }

    String code() {
        return code;
    }

    String plan() {
        return plan;
    }

    int no() {
        return no;
    }

    TaskContent content() {
        return content;
    }

    Origin origin() {
        return origin;
    }

    boolean placeholder() {
        return placeholder;
    }

    Visibility visibility() {
        return visibility;
    }

    String visibilityReason() {
        return visibilityReason;
    }

    Participations participations() {
        return participations;
    }

    Rescheduling rescheduled() {
        return rescheduled;
    }

    TaskStatus status() {
        return status;
    }

    Instant statusSince() {
        return statusSince;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Dates and targets that were set once and changed later; the earlier ones stay readable. */
    record Rescheduling(List<Entry> entries) {

        /** One that changed: what it was, when and why it changed. */
        record Entry(String kind, String id, String field, Object from, Object to, String reason, Instant changedAt) {}

        Rescheduling and(List<TaskContent.Rescheduled> changes, String reason, Instant at) {
            List<Entry> all = new ArrayList<>(entries);
            changes.forEach(change -> all.add(
                    new Entry(change.kind(), change.id(), change.field(), change.from(), change.to(), reason, at)));
            return new Rescheduling(List.copyOf(all));
        }
    }
}
