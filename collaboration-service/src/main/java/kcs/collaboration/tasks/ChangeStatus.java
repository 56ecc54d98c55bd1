package kcs.collaboration.tasks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Moves a task on, with the reason that stays in its history. */
@Schema(description = "Where to, and why; the reason stays in the history")
record ChangeStatus(
        @NotNull TaskStatus to,

        @NotBlank @Size(min = 1, max = 2000) @Schema(examples = "협의회 의결에 따라 착수")
        String reason) {}
