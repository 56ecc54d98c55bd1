package kcs.progress.opinions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers an opinion, sends its answer back, or closes it. */
@Schema(description = "An answer (ANSWERED), asking for another one (OPEN), or the end of it (CLOSED)")
record MoveOpinion(
        @NotNull OpinionStatus to,

        @NotBlank
        @Size(min = 1, max = 5000)
        @Schema(
                examples = "10월부터 적재 차단 건수를 매월 공유하고 있습니다.",
                description = "With ANSWERED the answer, else why it is sent back or closed")
        String reason) {}
