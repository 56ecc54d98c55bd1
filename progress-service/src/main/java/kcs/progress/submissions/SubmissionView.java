package kcs.progress.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.evidence.Evidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One filed version.
 *
 * @param no 1 for the first
 * @param submittedOn day of receipt in Seoul, by which lateness is judged
 * @param correctionReason why what was accepted is corrected; null unless it is
 * @param acceptedAt null unless it was accepted
 * @param inForce whether it is the version that counts: the newest that was accepted
 */
@Schema(name = "Submission", description = "제출: one filed version of a checkpoint")
record SubmissionView(
        @Schema(minimum = "1") int no,
        SubmissionKind kind,
        FiledBy filedBy,
        @Schema(maxLength = 10, nullable = true) String submittedByAgency,
        Instant submittedAt,
        LocalDate submittedOn,
        @Schema(nullable = true) Approval approval,

        @Schema(nullable = true, minimum = "0", maximum = "100")
        Integer percentComplete,

        @Schema(nullable = true) DeclaredHealth declaredHealth,
        @Schema(maxLength = 10000, nullable = true) String achievements,
        @Schema(maxLength = 10000, nullable = true) String issues,
        @Schema(maxLength = 10000, nullable = true) String nextSteps,
        @Schema(maxItems = 50) List<Measurement> measurements,
        @Schema(maxItems = 20) List<Evidence> evidence,
        @Schema(maxLength = 5000, nullable = true) String correctionReason,
        @Schema(nullable = true) Instant acceptedAt,
        boolean inForce) {}
