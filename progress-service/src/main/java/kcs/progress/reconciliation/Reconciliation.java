package kcs.progress.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of holding the dashboard against its sources.
 *
 * @param compared how many plans, tasks and agencies, cycles and checkpoints, and tasks' health were looked at
 */
@Schema(description = "What the dashboard shows, held against the owners' event history: 대조 결과")
record Reconciliation(
        @Schema(required = true) Instant checkedAt,

        @Schema(
                required = true,
                minimum = "0",
                description = "How many plans, tasks, agencies, cycles, checkpoints and tasks' health were compared")
        int compared,

        @Schema(required = true, maxItems = 100000, description = "Empty when the dashboard equals its sources")
        List<Difference> differences) {

    /**
     * One thing that differs.
     *
     * @param subject {@code task/KCS-2024-01}
     * @param field property of what the dashboard shows of it; {@code code} where one side does not have it at all
     */
    @Schema(name = "Difference")
    record Difference(
            @Schema(required = true, maxLength = 200, examples = "task/KCS-2024-01")
            String subject,

            @Schema(
                    required = true,
                    maxLength = 200,
                    examples = "status",
                    description = "What differs; code where the whole of it is missing on one side")
            String field,

            @Schema(implementation = Object.class, description = "What the dashboard shows; null where nothing")
            JsonNode dashboard,

            @Schema(implementation = Object.class, description = "What the owner says; null where nothing")
            JsonNode source) {}
}
