package kcs.collaboration.tasks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
 * Registers a task, or fills a held place with one.
 *
 * @param plan where it belongs; not for a held place, which has its plan
 * @param no its number in the plan; the next free one unless said
 * @param visibility GOVERNMENT unless said
 */
@Schema(description = "A task to be registered; it begins as PROPOSED. Exactly one participation has the role LEAD.")
record RegisterTask(
        @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}") @Schema(nullable = true, examples = "KCS-2024")
        String plan,

        @Min(1) @Max(9999) @Schema(nullable = true) Integer no,
        @NotNull @Valid Label title,
        @Valid @Schema(nullable = true) Prose summary,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(nullable = true)
        String area,

        @Schema(nullable = true) AreaProvenance areaProvenance,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(nullable = true)
        String proposalChannel,

        @Valid @Schema(nullable = true) Source source,
        Boolean representative,
        Visibility visibility,
        @Size(min = 1, max = 1000) @Schema(nullable = true) String visibilityReason,
        @Schema(nullable = true) LocalDate startsOn,
        @Schema(nullable = true) LocalDate endsOn,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Participation> participations,
        Boolean partnersOpen,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 1000) String> measures,
        @Size(max = 100) List<@NotNull @Valid Milestone> milestones,
        @Size(max = 50) List<@NotNull @Valid Indicator> indicators,
        @Size(max = 50) List<@NotNull @Valid Recognition> recognitions) {

    TaskContent content() {
        return new TaskContent(
                title,
                summary,
                area,
                areaProvenance,
                proposalChannel,
                source,
                Boolean.TRUE.equals(representative),
                startsOn,
                endsOn,
                Boolean.TRUE.equals(partnersOpen),
                measures,
                milestones,
                indicators,
                recognitions);
    }

    Participations taking() {
        return new Participations(participations);
    }

    Task.Entry entry() {
        Visibility seen = visibility == null ? Visibility.GOVERNMENT : visibility;
        return new Task.Entry(Origin.REGISTERED, false, seen, visibilityReason, TaskStatus.PROPOSED);
    }
}
