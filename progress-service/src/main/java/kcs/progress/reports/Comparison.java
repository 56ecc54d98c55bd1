package kcs.progress.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import kcs.progress.directory.Label;
import kcs.progress.told.ToldEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is different from an earlier state, task by task, and the events that made it so. */
@Schema(name = "ReportedChanges", description = "What is different from an earlier state, and why")
record Comparison(
        @Schema(required = true, description = "The instant that it is compared with")
        Instant since,

        @Schema(
                maxLength = 100,
                description = "Id of the meeting or the snapshot that the instant is of; null: neither")
        String of,

        @Schema(required = true, maxItems = 10000, description = "Only tasks that are different")
        List<TaskChange> tasks) {

    /** A task that is different. */
    @Schema(name = "ReportedTaskChange")
    record TaskChange(
            @Schema(required = true, maxLength = 40) String task,
            @Schema(required = true) Label title,
            @Schema(required = true, maxItems = 100) List<Field> fields,

            @Schema(required = true, maxItems = 10000, description = "The events between, oldest first")
            List<Event> why) {}

    /** A field that is different. */
    @Schema(name = "ReportedFieldChange")
    record Field(
            @Schema(required = true, maxLength = 100, examples = "health")
            String field,

            @Schema(implementation = Object.class, description = "null where there was none")
            JsonNode from,

            @Schema(implementation = Object.class, description = "null where there is none any more")
            JsonNode to) {}

    /** An event between. */
    @Schema(name = "ReportedEvent")
    record Event(
            @Schema(required = true) Instant at,

            @Schema(required = true, maxLength = 100, examples = "task.status-changed")
            String type,

            @Schema(required = true, maxLength = 100) String subject,
            @Schema(maxLength = 40) String from,
            @Schema(maxLength = 40) String to,
            @Schema(maxLength = 40, examples = "RETURNED") String action,
            @Schema(maxLength = 10000) String reason,
            @Schema(maxLength = 10) String agency) {

        static Event of(ToldEvent event) {
            return new Event(
                    event.at(),
                    event.type(),
                    event.code(),
                    event.said("from"),
                    event.said("to"),
                    event.said("action"),
                    event.said("reason"),
                    event.agency() == null ? event.said("actorAgency") : event.agency());
        }
    }
}
