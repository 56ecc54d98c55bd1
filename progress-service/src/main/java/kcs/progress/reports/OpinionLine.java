package kcs.progress.reports;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An opinion of the committee, and what became of it. */
@Schema(name = "ReportedOpinion", description = "An opinion of the committee, and what became of it")
record OpinionLine(
        @Schema(required = true, maxLength = 36) String id,

        @Schema(maxLength = 40, description = "Id of the meeting that it was given at; null: at none")
        String meeting,

        @Schema(maxLength = 40, description = "Code of the task; null: on the whole")
        String task,

        @Schema(required = true, maxLength = 10, description = "Who is to answer it")
        String addressedTo,

        @Schema(required = true, maxLength = 10000) String text,

        @Schema(
                required = true,
                enumeration = {"OPEN", "ANSWERED", "CLOSED"})
        String status,

        Instant givenAt,

        @Schema(maxLength = 10000, description = "null as long as there is none")
        String answer,

        @Schema(maxLength = 10000, description = "Why it was closed; null unless it was")
        String closingReason) {}
