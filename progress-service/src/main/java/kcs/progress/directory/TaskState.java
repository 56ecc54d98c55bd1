package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A task as its owner's newest event tells of it: of all its fields those that are read here.
 *
 * @param startsOn null where it is not stated
 * @param endsOn null where it is not stated
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskState(
        String code,
        String plan,
        int no,
        Label title,
        String area,
        String areaProvenance,
        Origin origin,
        boolean placeholder,
        boolean representative,
        Visibility visibility,
        List<Participation> participations,
        boolean partnersOpen,
        TaskStatus status,
        Instant statusSince,
        LocalDate startsOn,
        LocalDate endsOn,
        long version) {

    /**
     * An agency's part in the task.
     *
     * @param until last day; null while it takes part
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Participation(String agency, ParticipationRole role, LocalDate until) {

        public Participation {
            Objects.requireNonNull(agency, "participation without agency");
            Objects.requireNonNull(role, "participation without role");
        }
    }

    /** A task whose event does not say who may see it is the government's. */
    public TaskState {
        Objects.requireNonNull(code, "task without code");
        Objects.requireNonNull(plan, "task without plan");
        Objects.requireNonNull(title, "task without title");
        Objects.requireNonNull(origin, "task without origin");
        Objects.requireNonNull(status, "task without status");
        visibility = visibility == null ? Visibility.GOVERNMENT : visibility;
        participations = participations == null ? List.of() : List.copyOf(participations);
    }

    /** The parts that have not ended. */
    public List<Participation> current() {
        return participations.stream().filter(part -> part.until() == null).toList();
    }

    /** The codes of the agencies that take part. */
    public Set<String> participants() {
        return current().stream().map(Participation::agency).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether whoever sees one of the two sees the other. */
    boolean seenLike(TaskState other) {
        return visibility == other.visibility && participants().equals(other.participants());
    }
}
