package kcs.collaboration.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.collaboration.content.AreaProvenance;
import kcs.collaboration.content.Indicator;
import kcs.collaboration.content.Label;
import kcs.collaboration.content.Milestone;
import kcs.collaboration.content.Prose;
import kcs.collaboration.content.Recognition;
import kcs.collaboration.content.Source;
import kcs.collaboration.content.TaskContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task as it stands; null means that nobody has stated it.
 *
 * @param placeholder whether it holds the place of a task that was not published
 * @param rescheduled dates and targets that were set and changed later
 * @param allowedTransitions where the caller may move it; absent in events
 */
@Schema(name = "Task")
record TaskView(
        @Schema(maxLength = 40, examples = "KCS-2024-01") String code,
        @Schema(maxLength = 30) String plan,
        @Schema(minimum = "1", maximum = "9999") int no,
        Label title,
        @Schema(nullable = true) Prose summary,
        @Schema(maxLength = 40, nullable = true) String area,
        @Schema(nullable = true) AreaProvenance areaProvenance,
        Origin origin,
        boolean placeholder,
        @Schema(maxLength = 40, nullable = true) String proposalChannel,
        @Schema(nullable = true) Source source,
        boolean representative,
        Visibility visibility,
        @Schema(maxLength = 1000, nullable = true) String visibilityReason,
        @Schema(nullable = true) LocalDate startsOn,
        @Schema(nullable = true) LocalDate endsOn,
        @Schema(maxItems = 1000) List<Participation> participations,
        boolean partnersOpen,
        @Schema(maxItems = 50) List<String> measures,
        @Schema(maxItems = 100) List<Milestone> milestones,
        @Schema(maxItems = 50) List<Indicator> indicators,
        @Schema(maxItems = 50) List<Recognition> recognitions,
        @Schema(maxItems = 10000) List<Task.Rescheduling.Entry> rescheduled,
        TaskStatus status,
        Instant statusSince,
        @Schema(minimum = "0") long version,
        Instant changedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = 7)
        List<TaskStatus> allowedTransitions) {

    static TaskView of(Task task, List<TaskStatus> allowedTransitions) {
        TaskContent content = task.content();
        return new TaskView(
                task.code(),
                task.plan(),
                task.no(),
                content.title(),
                content.summary(),
                content.area(),
                content.areaProvenance(),
                task.origin(),
                task.placeholder(),
                content.proposalChannel(),
                content.source(),
                content.representative(),
                task.visibility(),
                task.visibilityReason(),
                content.startsOn(),
                content.endsOn(),
                task.participations().all(),
                content.partnersOpen(),
                content.measures(),
                content.milestones(),
                content.indicators(),
                content.recognitions(),
                task.rescheduled().entries(),
                task.status(),
                task.statusSince(),
                task.version(),
                task.changedAt(),
                allowedTransitions);
    }
}
