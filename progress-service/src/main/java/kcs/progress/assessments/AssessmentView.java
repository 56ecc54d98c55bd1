package kcs.progress.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A planner's assessment of a whole task in a cycle.
 *
 * @param inForce whether no later one of the same task and cycle replaced it
 * @param replacedAt when one did; null while it is in force
 * @param assessedBy who it was; only auditors and planners are told
 */
@Schema(name = "Assessment")
record AssessmentView(
        @Schema(required = true) UUID id,

        @Schema(required = true, maxLength = 41, examples = "KCS-2024-2024Q3")
        String cycle,

        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String task,

        @Schema(required = true) Assess.Verdict health,
        @Schema(required = true, maxLength = 4000) String reason,
        @Schema(required = true) boolean inForce,
        @Schema(required = true) Instant assessedAt,
        Instant replacedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String assessedBy) {

    /** It changes once, when another replaces it. */
    long version() {
        return inForce ? 0 : 1;
    }
}
