package kcs.collaboration.tasks;

import jakarta.validation.Valid;
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

/** What a planner may rewrite of a task; a merge patch names only what changes. Participations have their own address. */
@Schema(description = "What a planner may rewrite; send only what changes (JSON Merge Patch)")
record EditTask(
        @NotNull @Valid Label title,
        @Valid @Schema(nullable = true) Prose summary,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(nullable = true)
        String area,

        @Schema(nullable = true) AreaProvenance areaProvenance,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(nullable = true)
        String proposalChannel,

        @Valid @Schema(nullable = true) Source source,
        boolean representative,
        @NotNull Visibility visibility,
        @Size(min = 1, max = 1000) @Schema(nullable = true) String visibilityReason,
        @Schema(nullable = true) LocalDate startsOn,
        @Schema(nullable = true) LocalDate endsOn,
        boolean partnersOpen,
        @NotNull @Size(max = 50) List<@NotNull @Size(min = 1, max = 1000) String> measures,
        @NotNull @Size(max = 100) List<@NotNull @Valid Milestone> milestones,
        @NotNull @Size(max = 50) List<@NotNull @Valid Indicator> indicators,
        @NotNull @Size(max = 50) List<@NotNull @Valid Recognition> recognitions,

        @Size(min = 1, max = 2000)
        @Schema(
                nullable = true,
                description = "why; required when a milestone's date or an indicator's target that was set changes")
        String reason) {

    static EditTask of(TaskContent content, Visibility visibility, String visibilityReason) {
        return new EditTask(
                content.title(),
                content.summary(),
                content.area(),
                content.areaProvenance(),
                content.proposalChannel(),
                content.source(),
                content.representative(),
                visibility,
                visibilityReason,
                content.startsOn(),
                content.endsOn(),
                content.partnersOpen(),
                content.measures(),
                content.milestones(),
                content.indicators(),
                content.recognitions(),
                null);
    }

    TaskContent content() {
        return new TaskContent(
                title,
                summary,
                area,
                areaProvenance,
                proposalChannel,
                source,
                representative,
                startsOn,
                endsOn,
                partnersOpen,
                measures,
                milestones,
                indicators,
                recognitions);
    }

    boolean sameVisibility(Task task) {
        return visibility == task.visibility() && java.util.Objects.equals(visibilityReason, task.visibilityReason());
    }
}
