package kcs.progress.cycles;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens or closes a cycle, with the reason that stays in its history. */
@Schema(description = "Where to, and why")
record ChangeCycleStatus(
        @NotNull CycleStatus to,

        @NotBlank @Size(min = 1, max = 2000) @Schema(examples = "3분기 이행점검 시작")
        String reason) {}
