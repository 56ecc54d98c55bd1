package kcs.collaboration.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of a task.
 *
 * @param actor who did it; only auditors and planners are told
 * @param changes the properties that changed, before and after; empty for a move in the lifecycle
 */
record HistoryEntry(
        @Schema(minimum = "0") long version,
        Instant at,
        TaskRevision.Action action,
        @Schema(nullable = true) TaskStatus from,
        @Schema(nullable = true) TaskStatus to,
        @Schema(maxLength = 2000, nullable = true) String reason,
        @Schema(maxLength = 10, nullable = true) String actorAgency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String actor,

        @Schema(maxItems = 100) List<Change> changes) {

    /** A property before and after; either may be any JSON. */
    @Schema(name = "PropertyChange")
    record Change(
            @Schema(maxLength = 100) String field,

            @Schema(description = "any JSON, as it stood") Object from,

            @Schema(description = "any JSON, as it stood") Object to) {}
}
