package kcs.progress.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kcs.progress.directory.FeedEntry;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the feed as it is shown. */
record BoardChange(
        @Schema(required = true, maxLength = 40, examples = "1732248000000-57")
        String id,

        @Schema(required = true) Instant at,

        @Schema(required = true, maxLength = 100, examples = "task.status-changed")
        String type,

        @Schema(required = true, maxLength = 200, description = "Code of what changed")
        String subject,

        @Schema(maxLength = 40, description = "Code of the task; absent where something else changed")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String code,

        @Schema(required = true, description = "As it was called then")
        Label title,

        @Schema(maxLength = 40, description = "Status before; null where the status did not change, or there was none")
        String from,

        @Schema(maxLength = 40, description = "Status after; null where the status did not change")
        String to,

        @Schema(maxLength = 10000) String reason,
        @Schema(maxLength = 10) String actorAgency) {

    static BoardChange of(FeedEntry entry, long generation) {
        return new BoardChange(
                new Cursor(generation, entry.seq()).toString(),
                entry.at(),
                entry.type(),
                entry.subject(),
                entry.isAbout(FeedEntry.TASK) ? entry.subject() : null,
                entry.title(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.actorAgency());
    }
}
