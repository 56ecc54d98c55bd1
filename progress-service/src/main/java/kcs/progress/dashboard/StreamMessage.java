package kcs.progress.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The data of the messages of the stream, by their {@code event}. */
interface StreamMessage {

    /** {@code hello} and {@code reset}: where the stream stands. */
    @Schema(name = "StreamPlace", description = "Data of the events hello and reset")
    record Place(
            @Schema(required = true, maxLength = 40, examples = "1732248000000-57")
            String cursor) {}

    /** {@code change}: the line of the feed, and the thing as it is now. */
    @Schema(
            name = "StreamChange",
            description = "Data of the event change: the line of the feed, and what changed as it is now")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @Schema(required = true, maxLength = 200) String subject,

            @Schema(maxLength = 40, description = "Code of the task")
            String code,

            @Schema(required = true) BoardChange change,
            @Schema(description = "Where a task changed") BoardTask task,
            @Schema(description = "Where an agency changed") BoardAgency agency,
            @Schema(description = "Where a plan changed") BoardPlan plan) {}

    /** {@code gone}: a task may no longer be seen. */
    @Schema(name = "StreamGone", description = "Data of the event gone: take the task off the screen")
    record Gone(@Schema(required = true, maxLength = 40) String code) {}
}
