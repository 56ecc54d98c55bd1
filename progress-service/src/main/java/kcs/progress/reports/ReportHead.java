package kcs.progress.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kcs.progress.audience.Audience;
import kcs.progress.directory.Label;
import kcs.progress.told.Moment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of what a report is, as of when, and for whom. */
@Schema(description = "Of what the report is, as of when, and for whom")
record ReportHead(
        @Schema(required = true, maxLength = 30, examples = "KCS-2024")
        String plan,

        @Schema(required = true) Label planTitle,

        @Schema(maxLength = 10, examples = "2024Q3", description = "null: the whole plan")
        String period,

        @Schema(required = true, description = "The instant that it answers for")
        Instant asOf,

        @Schema(
                required = true,
                description = "The day in Seoul whose names agencies have, and on which it is judged" + " what is late")
        LocalDate day,

        @Schema(required = true) Watermark watermark,

        @Schema(
                required = true,
                description = "Whose tasks it is over: PUBLIC ones, those of an AGENCY besides, or all"
                        + " of the GOVERNMENT's")
        Audience.Kind audience,

        @Schema(required = true, description = "The stack plays a year for show: what it holds happened nowhere")
        boolean demonstration) {

    /** Up to where it knows what happened. */
    @Schema(
            description =
                    "Up to where the report knows what happened. Settled: nothing can be late for it any more, the"
                            + " answer is the same for ever")
    record Watermark(
            @Schema(required = true) boolean settled,

            @Schema(required = true, description = "asOf and the hour that events may take to come")
            Instant settlesAt,

            @Schema(description = "Id of the newest event that is in it; null where there is none")
            UUID lastEvent,

            @Schema(description = "When that happened") Instant lastEventAt) {

        static Watermark of(Moment moment) {
            return new Watermark(moment.settled(), moment.settlesAt(), moment.lastEvent(), moment.lastEventAt());
        }
    }
}
