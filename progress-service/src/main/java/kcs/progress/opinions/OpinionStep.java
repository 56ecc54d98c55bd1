package kcs.progress.opinions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step in an opinion's life.
 *
 * @param from null when it was given
 * @param reason of an answer its text; null when it was given
 * @param actor who did it; told to planners and auditors
 */
@Schema(name = "OpinionStep")
record OpinionStep(
        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true) Instant at,
        OpinionStatus from,
        @Schema(required = true) OpinionStatus to,

        @Schema(maxLength = 5000, description = "Of an answer its text; null when the opinion was given")
        String reason,

        @Schema(maxLength = 10) String actorAgency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String actor) {}
