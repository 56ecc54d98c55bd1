package kcs.progress.checkpoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step in a checkpoint's life.
 *
 * @param actor who did it; told to planners and auditors
 * @param submissionNo the newest version at that time; null while there was none
 * @param comments what a reviewer wrote to each section
 */
@Schema(name = "CheckpointStep")
record CheckpointHistoryEntry(
        @Schema(minimum = "0") long version,
        Instant at,
        CheckpointAction action,
        CheckpointStatus from,
        CheckpointStatus to,
        @Schema(nullable = true, minimum = "1") Integer submissionNo,
        @Schema(maxLength = 5000, nullable = true) String reason,
        @Schema(maxItems = 20) List<Comment> comments,
        @Schema(maxLength = 10, nullable = true) String actorAgency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String actor) {

    /** What was written to a section. */
    @Schema(name = "SectionComment")
    record Comment(
            @Schema(maxLength = 40) String section,
            @Schema(maxLength = 5000) String text) {}
}
