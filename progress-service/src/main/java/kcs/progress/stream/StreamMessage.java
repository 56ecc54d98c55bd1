package kcs.progress.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import kcs.progress.dashboard.BoardAgency;
import kcs.progress.dashboard.BoardChange;
import kcs.progress.dashboard.BoardPlan;
import kcs.progress.dashboard.BoardTask;
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
            description =
                    "Data of the event change: the line of the feed, and what changed as it is now. A checkpoint changes"
                            + " its task and the counts of its plan: of several in one go each comes once, with the last of them.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @Schema(required = true, maxLength = 200) String subject,

            @Schema(maxLength = 40, description = "Code of the task")
            String code,

            @Schema(description = "Absent where only counts and dates are others now: the feed has no line of it")
            BoardChange change,

            @Schema(description = "Where a task, a checkpoint of it, or its health changed")
            BoardTask task,

            @Schema(description = "Where an agency changed") BoardAgency agency,

            @Schema(description = "Where a plan or its counts changed")
            BoardPlan plan) {}

    /** {@code gone}: a task may no longer be seen. */
    @Schema(name = "StreamGone", description = "Data of the event gone: take the task off the screen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gone(
            @Schema(required = true, maxLength = 40) String code,

            @Schema(description = "Its plan, where it has reporting cycles: they are counted without the task now")
            BoardPlan plan) {}
}
