package kcs.progress.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.Dated;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.TaskStatus;
import kcs.progress.directory.Visibility;
import kcs.progress.figures.TaskCheckpoints;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task on the dashboard.
 *
 * @param stale whether a newer event of it could not be read
 */
public record BoardTask(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String code,

        @Schema(required = true, maxLength = 30) String plan,

        @Schema(required = true, minimum = "1", maximum = "9999")
        int no,

        @Schema(required = true) Label title,

        @Schema(maxLength = 40, description = "Code of its area; null where no document states one")
        String area,

        @Schema(
                enumeration = {"STATED", "ASSIGNED"},
                description = "ASSIGNED: classified here, no document says so")
        String areaProvenance,

        @Schema(required = true, description = "PUBLISHED with the plan, DOCUMENTED earlier, REGISTERED here")
        Origin origin,

        @Schema(required = true, description = "Holds the place of a task that was not published")
        boolean placeholder,

        @Schema(required = true) boolean representative,
        @Schema(required = true) Visibility visibility,
        @Schema(required = true) TaskStatus status,
        Instant statusSince,

        @Schema(description = "Its first day in Seoul; null where it is not stated")
        LocalDate startsOn,

        @Schema(description = "Its last day in Seoul; null where it is not stated")
        LocalDate endsOn,

        @Schema(required = true, maxItems = 1000, description = "The agencies that take part now")
        List<Part> participations,

        @Schema(required = true, description = "The document ends its list of partners with 등 (and others)")
        boolean partnersOpen,

        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "A newer event of it could not be read")
        boolean stale,

        @Schema(description = "Null as long as none is known")
        BoardHealth health,

        @Schema(
                description = "What its agencies owe in the newest open cycle of its plan; null where none is open, or"
                        + " nothing is asked for the task in it")
        TaskCheckpoints checkpoints) {

    /** An agency's part. */
    @Schema(name = "BoardParticipation")
    public record Part(
            @Schema(required = true, maxLength = 10) String agency,
            @Schema(required = true) ParticipationRole role) {}

    static BoardTask of(Dated<TaskState> dated, boolean stale, BoardHealth health, TaskCheckpoints checkpoints) {
        TaskState task = dated.state();
        List<Part> parts = task.current().stream()
                .map(part -> new Part(part.agency(), part.role()))
                .toList();
        return new BoardTask(
                task.code(),
                task.plan(),
                task.no(),
                task.title(),
                task.area(),
                task.areaProvenance(),
                task.origin(),
                task.placeholder(),
                task.representative(),
                task.visibility(),
                task.status(),
                task.statusSince(),
                task.startsOn(),
                task.endsOn(),
                parts,
                task.partnersOpen(),
                task.version(),
                dated.changedAt(),
                stale,
                health,
                checkpoints);
    }
}
