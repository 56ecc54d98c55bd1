package kcs.progress.assessments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says how a whole task went in a cycle, and why. */
@Schema(description = "How the task went in the cycle, all its agencies together, and why")
record Assess(
        @NotBlank @Size(min = 1, max = 41) @Schema(examples = "KCS-2024-2024Q3")
        String cycle,

        @NotBlank @Size(min = 1, max = 40) @Schema(examples = "KCS-2024-01")
        String task,

        @NotNull Verdict health,

        @NotBlank @Size(min = 1, max = 4000) @Schema(examples = "두 기관 모두 연계를 마쳤으나 시험 운영이 늦어짐")
        String reason) {

    /** What a planner can say; that nothing was reported is not a matter of opinion. */
    enum Verdict {
        ON_TRACK,
        AT_RISK,
        OFF_TRACK,
        COMPLETED
    }
}
