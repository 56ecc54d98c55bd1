package kcs.progress.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.TaskStatus;
import kcs.progress.figures.CycleProgress;
import kcs.progress.healthrule.TimeElapsed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task in a report. */
@Schema(name = "ReportedTask", description = "A task; what no document states is null")
record TaskLine(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String code,

        @Schema(required = true, minimum = "1") int no,
        @Schema(required = true) Label title,
        @Schema(maxLength = 40) String area,

        @Schema(maxLength = 10, description = "STATED by the document, or ASSIGNED by this project")
        String areaProvenance,

        @Schema(required = true) Origin origin,

        @Schema(required = true, description = "Holds the place of a task that was not published")
        boolean placeholder,

        @Schema(required = true) boolean representative,
        @Schema(required = true) TaskStatus status,
        Instant statusSince,
        @Schema(required = true, maxItems = 1000) List<Part> agencies,

        @Schema(description = "null where it has none: it has not begun, or was given up")
        HealthThen health,

        @Schema(
                minimum = "0",
                maximum = "100",
                description = "Of the time from its first day to its last; null where"
                        + " one of them is not stated, or it is not in progress")
        Integer timeElapsedPercent,

        @Schema(required = true) Milestones milestones,

        @Schema(required = true, description = "What its agencies have filed, over the report's cycles")
        CycleProgress checkpoints) {

    /** An agency and what it does. */
    @Schema(name = "ReportedPart")
    record Part(
            @Schema(required = true, maxLength = 10) String agency,
            @Schema(required = true) ParticipationRole role) {}

    /** How many of its milestones are reached. */
    @Schema(name = "ReportedMilestones")
    record Milestones(
            @Schema(required = true, minimum = "0") int total,
            @Schema(required = true, minimum = "0") int done,

            @Schema(required = true, minimum = "0", description = "Their day has passed, and they are not done")
            int late) {

        static Milestones of(List<TaskThen.Milestone> milestones, LocalDate day) {
            return new Milestones(
                    milestones.size(),
                    (int) milestones.stream().filter(TaskThen.Milestone::done).count(),
                    (int) milestones.stream().filter(one -> one.lateOn(day)).count());
        }
    }

    static TaskLine of(TaskThen task, HealthThen health, CycleProgress checkpoints, LocalDate day) {
        return new TaskLine(
                task.code(),
                task.no(),
                task.title(),
                task.area(),
                task.areaProvenance(),
                task.origin(),
                task.placeholder(),
                task.representative(),
                task.status(),
                task.statusSince(),
                task.current().stream()
                        .map(part -> new Part(part.agency(), part.role()))
                        .toList(),
                health == null || health.headline() == null ? null : health,
                timeElapsed(task, day),
                Milestones.of(task.milestones(), day),
                checkpoints);
    }

    /** What is not in progress is neither ahead nor behind. */
    private static Integer timeElapsed(TaskThen task, LocalDate day) {
        return task.status() == TaskStatus.IN_PROGRESS
                ? TimeElapsed.percent(task.startsOn(), task.endsOn(), day)
                : null;
    }

    /** The agency in the lead; null where none is. */
    String lead() {
        return agencies.stream()
                .filter(part -> part.role() == ParticipationRole.LEAD)
                .map(Part::agency)
                .findFirst()
                .orElse(null);
    }
}
