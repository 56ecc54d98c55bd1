package kcs.progress.submissions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import kcs.progress.evidence.Evidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an agency writes. All of it may be missing in a draft; what a submission needs depends on its kind.
 *
 * @param percentComplete of the agency's whole part in the task, 0 to 100
 * @param declaredHealth how the agency says it is going
 */
@Schema(
        name = "SubmissionContent",
        description = "PROGRESS needs percentComplete, declaredHealth and achievements; NOTHING_TO_REPORT takes no"
                + " figures; NOT_APPLICABLE says in issues why, and nothing else")
public record SubmissionContent(
        @Schema(nullable = true, description = "Required when it is filed")
        SubmissionKind kind,

        @Valid @Schema(nullable = true) Approval approval,
        @Min(0) @Max(100) @Schema(nullable = true) Integer percentComplete,
        @Schema(nullable = true) DeclaredHealth declaredHealth,

        @Size(min = 1, max = 10000) @Schema(nullable = true, description = "추진실적")
        String achievements,

        @Size(min = 1, max = 10000) @Schema(nullable = true, description = "문제점")
        String issues,

        @Size(min = 1, max = 10000) @Schema(nullable = true, description = "향후계획")
        String nextSteps,

        @Size(max = 50) List<@NotNull @Valid Measurement> measurements,
        @Size(max = 20) List<@NotNull @Valid Evidence> evidence) {

    public SubmissionContent {
        measurements = measurements == null ? List.of() : measurements;
        evidence = evidence == null ? List.of() : evidence;
    }
}
