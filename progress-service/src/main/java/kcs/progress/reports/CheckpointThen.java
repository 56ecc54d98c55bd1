package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.ParticipationRole;

/** A checkpoint as it was told by then: all that a report says of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckpointThen(
        String id,
        String cycle,
        String period,
        String task,
        String agency,
        ParticipationRole role,
        CheckpointState.Status status,
        LocalDate dueOn,
        LocalDate extendedDueOn,
        LocalDate returnedDueOn,
        LocalDate locksOn,
        LocalDate firstSubmittedOn,
        Instant lastSubmittedAt,
        Integer acceptedNo) {

    /** Nothing is said of which it is. */
    private static final long NO_VERSION = 0;

    /** What it is judged by; whoever may see it is asked of its task. */
    CheckpointState state(String plan) {
        return new CheckpointState(
                id,
                cycle,
                plan,
                task,
                agency,
                null,
                null,
                status,
                dueOn,
                extendedDueOn,
                returnedDueOn,
                locksOn,
                firstSubmittedOn,
                acceptedNo,
                null,
                NO_VERSION);
    }
}
