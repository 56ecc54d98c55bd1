package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.Visibility;

/** A checkpoint as it was told by then: all that a report says of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckpointThen(
        String id,
        String cycle,
        String plan,
        String period,
        String task,
        String agency,
        ParticipationRole role,
        Visibility visibility,
        Set<String> participants,
        CheckpointState.Status status,
        LocalDate dueOn,
        LocalDate extendedDueOn,
        LocalDate returnedDueOn,
        LocalDate locksOn,
        LocalDate firstSubmittedOn,
        Instant firstSubmittedAt,
        Instant lastSubmittedAt,
        Integer acceptedNo,
        Integer latestNo,
        long version) {

    /** What it is judged by. */
    CheckpointState state() {
        return new CheckpointState(
                id,
                cycle,
                plan,
                task,
                agency,
                visibility,
                participants,
                status,
                dueOn,
                extendedDueOn,
                returnedDueOn,
                locksOn,
                firstSubmittedOn,
                version);
    }
}
