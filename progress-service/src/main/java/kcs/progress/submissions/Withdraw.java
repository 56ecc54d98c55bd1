package kcs.progress.submissions;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes back what nobody has reviewed. */
@Schema(description = "회수")
record Withdraw(
        @Size(min = 1, max = 5000) @Schema(nullable = true) String reason) {}
