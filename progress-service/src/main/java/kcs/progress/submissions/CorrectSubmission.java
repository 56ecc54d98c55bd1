package kcs.progress.submissions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Corrects what was accepted.
 *
 * @param submission what it should say; where null, the saved draft is filed
 */
@Schema(description = "정정: why, and what it should say; without a submission the saved draft is filed")
record CorrectSubmission(
        @NotBlank @Size(min = 1, max = 5000) String reason,
        @Valid @Schema(nullable = true) SubmissionContent submission) {}
