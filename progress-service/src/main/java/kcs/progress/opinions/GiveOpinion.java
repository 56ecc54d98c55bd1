package kcs.progress.opinions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Gives an opinion.
 *
 * @param meeting null where it is given at none
 * @param task null where it is on the whole plan
 */
@Schema(description = "An opinion on a task, or on the whole of a plan, that an agency is to answer")
record GiveOpinion(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}") @Schema(examples = "KCS-2024")
        String plan,

        @Size(min = 1, max = 45)
        @Schema(nullable = true, examples = "KCS-2024-M7", description = "At which it is given")
        String meeting,

        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "KCS-2024-01", description = "null: on the whole")
        String task,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}")
        @Schema(examples = "MOTIE", description = "Who is to answer; of a task one that takes part in it")
        String addressedTo,

        @NotBlank @Size(min = 1, max = 5000) @Schema(examples = "적재 차단의 실적을 건수로 제시할 것")
        String text) {}
