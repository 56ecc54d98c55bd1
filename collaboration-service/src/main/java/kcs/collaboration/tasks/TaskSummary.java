package kcs.collaboration.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.collaboration.content.AreaProvenance;
import kcs.collaboration.content.Label;
import kcs.collaboration.content.TaskContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task in a list: without its long texts. */
record TaskSummary(
        @Schema(maxLength = 40, examples = "KCS-2024-01") String code,
        @Schema(maxLength = 30) String plan,
        @Schema(minimum = "1", maximum = "9999") int no,
        Label title,
        @Schema(maxLength = 40, nullable = true) String area,
        @Schema(nullable = true) AreaProvenance areaProvenance,
        Origin origin,
        boolean placeholder,
        boolean representative,
        Visibility visibility,
        @Schema(nullable = true) LocalDate startsOn,
        @Schema(nullable = true) LocalDate endsOn,
        @Schema(maxItems = 1000) List<Participation> participations,
        boolean partnersOpen,
        TaskStatus status,
        Instant statusSince,
        @Schema(minimum = "0") long version,
        Instant changedAt,
        @Schema(maxItems = 7) List<TaskStatus> allowedTransitions) {

    static TaskSummary of(
            TaskRow row, TaskContent content, Participations participations, List<TaskStatus> allowedTransitions) {
        return new TaskSummary(
                row.code(),
                row.plan(),
                row.no(),
                content.title(),
                content.area(),
                content.areaProvenance(),
                row.origin(),
                row.placeholder(),
                content.representative(),
                row.visibility(),
                content.startsOn(),
                content.endsOn(),
                participations.all(),
                content.partnersOpen(),
                row.status(),
                row.statusSince(),
                row.version(),
                row.changedAt(),
                allowedTransitions);
    }
}
