package kcs.progress.publicdata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.TaskStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public task as everybody may take it. */
@Schema(name = "OpenTask", description = "A public task. What nobody has stated is null.")
public record PublicTask(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String code,

        @Schema(required = true, maxLength = 30, examples = "KCS-2024")
        String plan,

        @Schema(required = true, minimum = "1", maximum = "9999")
        int no,

        @Schema(required = true) Label title,
        Label description,
        @Schema(required = true, maxItems = 50) List<String> measures,

        @Schema(maxLength = 40, description = "Code of its area; null where no document states one")
        String area,

        Label areaName,
        @Schema(required = true) TaskStatus status,
        Instant statusSince,
        @Schema(required = true) Period period,

        @Schema(required = true, maxItems = 1000, description = "The agencies that take part now")
        List<Participant> participants,

        @Schema(required = true, description = "The document ends its list of partners with 등 (and others)")
        boolean partnersOpen,

        @Schema(required = true) boolean representative,
        @Schema(required = true) Provenance provenance,

        @Schema(description = "Null where it has none: it has not begun, or was given up")
        Headline health,

        @Schema(required = true, maxItems = 50) List<PublicIndicator> indicators,

        @Schema(required = true, description = "When the newest of it changed")
        Instant updatedAt) {

    /** When it is to be done. */
    @Schema(name = "OpenPeriod")
    public record Period(LocalDate startsOn, LocalDate endsOn) {}

    /** An agency that takes part, by its name of the day. */
    @Schema(name = "OpenParticipant")
    public record Participant(
            @Schema(required = true, maxLength = 10, examples = "KCS")
            String agency,

            @Schema(description = "Null as long as nobody has told of the agency")
            Label name,

            @Schema(required = true) ParticipationRole role) {}

    /** Where it is known from. */
    @Schema(name = "OpenProvenance")
    public record Provenance(
            @Schema(required = true, description = "PUBLISHED with the plan, DOCUMENTED earlier, REGISTERED here")
            Origin origin,

            @Schema(required = true, description = "Holds the place of a task that was not published")
            boolean placeholder,

            @Schema(
                    enumeration = {"STATED", "ASSIGNED"},
                    description = "ASSIGNED: no document says so, this project classified it; null without an area")
            String area,

            @Schema(maxLength = 1000) String document,

            @Schema(maxLength = 10, examples = "2015-09", description = "As precisely as it is known")
            String publishedOn,

            @Schema(maxLength = 10000, description = "The words of the document")
            String quotation) {}

    /** What counts of its health. */
    @Schema(name = "OpenHeadline")
    public record Headline(
            @Schema(required = true) HealthState headline,
            @Schema(required = true) Instant since) {}
}
