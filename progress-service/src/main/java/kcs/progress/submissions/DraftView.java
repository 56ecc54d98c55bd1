package kcs.progress.submissions;

import java.time.Instant;
import java.util.List;
import kcs.progress.evidence.Evidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft as it was saved: what is written, and when. */
@Schema(name = "Draft", description = "작성 중인 내용: what is written and not filed yet")
record DraftView(
        @Schema(nullable = true) SubmissionKind kind,
        @Schema(nullable = true) Approval approval,

        @Schema(nullable = true, minimum = "0", maximum = "100")
        Integer percentComplete,

        @Schema(nullable = true) DeclaredHealth declaredHealth,

        @Schema(maxLength = 10000, nullable = true, description = "추진실적")
        String achievements,

        @Schema(maxLength = 10000, nullable = true, description = "문제점")
        String issues,

        @Schema(maxLength = 10000, nullable = true, description = "향후계획")
        String nextSteps,

        @Schema(maxItems = 50) List<Measurement> measurements,
        @Schema(maxItems = 20) List<Evidence> evidence,

        @Schema(required = true, description = "When it was saved last")
        Instant savedAt) {

    static DraftView of(SubmissionContent content, Instant savedAt) {
        return new DraftView(
                content.kind(),
                content.approval(),
                content.percentComplete(),
                content.declaredHealth(),
                content.achievements(),
                content.issues(),
                content.nextSteps(),
                content.measurements(),
                content.evidence(),
                savedAt);
    }
}
