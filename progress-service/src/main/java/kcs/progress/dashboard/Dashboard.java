package kcs.progress.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The shared view, whole.
 *
 * @param cursor the place in the feed that it stands at: the stream goes on from here
 * @param asOf when the newest event that it shows happened; null as long as there is none
 */
@Schema(description = "The shared view: 협업과제 현황판. What no document states is null.")
public record Dashboard(
        @Schema(
                required = true,
                maxLength = 40,
                examples = "1732248000000-57",
                description = "Where the stream goes on from")
        String cursor,

        @Schema(description = "When the newest event that is shown happened")
        Instant asOf,

        @Schema(
                required = true,
                description = "The day in Seoul that the figures are of: what is overdue depends on it")
        LocalDate day,

        @Schema(required = true, description = "The stack plays a year for show: what it holds happened nowhere")
        boolean demonstration,

        @Schema(required = true) Freshness freshness,
        @Schema(required = true, maxItems = 1000) List<BoardPlan> plans,
        @Schema(required = true, maxItems = 10000) List<BoardAgency> agencies,
        @Schema(required = true, maxItems = 10000) List<BoardTask> tasks,

        @Schema(required = true, maxItems = 50, description = "The latest changes, newest first")
        List<BoardChange> changes) {

    /** How true the view is to its sources. */
    @Schema(name = "Freshness")
    public record Freshness(
            @Schema(description = "When the newest event that is shown happened")
            Instant lastEventAt,

            @Schema(required = true, minimum = "0", description = "Holes in the history that are not filled yet")
            int gaps,

            @Schema(required = true, minimum = "0", description = "Events that could not be read")
            int parked,

            @Schema(required = true, maxItems = 10000, description = "Codes of what is older than its newest event")
            List<String> staleSubjects) {}
}
