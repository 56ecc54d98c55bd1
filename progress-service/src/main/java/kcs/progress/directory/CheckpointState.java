package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import kcs.progress.timeliness.Timeliness;

/**
 * A checkpoint as its newest event tells of it: one agency's return for one task in one cycle.
 *
 * @param visibility of its task
 * @param participants of its task
 * @param dueOn the cycle's
 * @param extendedDueOn null where no extension was granted
 * @param returnedDueOn the day until which a returned one is awaited again; null unless it was returned
 * @param firstSubmittedOn day in Seoul of its first submission; null when nothing was filed
 * @param acceptedNo number of the version in force; null while none was accepted
 * @param accepted what of that version everybody may know who sees the task; null too where it was told before this was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckpointState(
        String id,
        String cycle,
        String plan,
        String task,
        String agency,
        Visibility visibility,
        Set<String> participants,
        Status status,
        LocalDate dueOn,
        LocalDate extendedDueOn,
        LocalDate returnedDueOn,
        LocalDate locksOn,
        LocalDate firstSubmittedOn,
        Integer acceptedNo,
        Accepted accepted,
        long version) {

    /**
     * What was accepted.
     *
     * @param percentComplete 0 to 100; null where it states none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Accepted(Integer percentComplete) {}

    /** Where a checkpoint stands. */
    public enum Status {
        OPEN,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WAIVED
    }

    /** One whose event does not say who may see its task is the government's. */
    public CheckpointState {
        Objects.requireNonNull(id, "checkpoint without id");
        Objects.requireNonNull(cycle, "checkpoint without cycle");
        Objects.requireNonNull(plan, "checkpoint without plan");
        Objects.requireNonNull(task, "checkpoint without task");
        Objects.requireNonNull(agency, "checkpoint without agency");
        Objects.requireNonNull(status, "checkpoint without status");
        Objects.requireNonNull(dueOn, "checkpoint without due day");
        Objects.requireNonNull(locksOn, "checkpoint without the day that it locks on");
        visibility = visibility == null ? Visibility.GOVERNMENT : visibility;
        participants = participants == null ? Set.of() : Set.copyOf(participants);
    }

    public boolean is(Status other) {
        return status == other;
    }

    /** Whether its agency has to file it: it is open, or was returned. */
    public boolean awaited() {
        return is(Status.OPEN) || returned();
    }

    /** Whether it was sent back and not filed again yet. */
    public boolean returned() {
        return is(Status.RETURNED);
    }

    /** The day that its agency has to file it by, for the first time or again. */
    public LocalDate awaitedOn() {
        return is(Status.RETURNED) && returnedDueOn != null ? returnedDueOn : effectiveDueOn();
    }

    private LocalDate effectiveDueOn() {
        return extendedDueOn != null && extendedDueOn.isAfter(dueOn) ? extendedDueOn : dueOn;
    }

    /**
     * Whether it came in time.
     *
     * @param cycleClosed whether its cycle is closed
     */
    public Timeliness.Standing standing(boolean cycleClosed, LocalDate today) {
        return Timeliness.of(effectiveDueOn(), firstSubmittedOn, locksOn, cycleClosed, today);
    }

    /** The same as if no extension had been granted. */
    public Timeliness.Standing standingWithoutExtension(boolean cycleClosed, LocalDate today) {
        return Timeliness.of(dueOn, firstSubmittedOn, locksOn, cycleClosed, today);
    }
}
