package kcs.collaboration.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan as it stands; null means that nobody has stated it.
 *
 * @param changedBy who made this version, as far as the caller is told; null for the catalogue too, and absent in events
 */
@Schema(name = "Plan")
record PlanView(
        @Schema(maxLength = 30, examples = "KCS-2024") String code,
        Label title,
        @Schema(maxLength = 10) String leadAgency,
        @Schema(nullable = true) LocalDate announcedOn,

        @Schema(nullable = true, minimum = "0", maximum = "10000")
        Integer declaredTaskCount,

        @Schema(maxItems = 100) List<Area> areas,
        @Schema(maxItems = 50) List<ProposalChannel> proposalChannels,
        @Schema(nullable = true) PlanDocument document,
        @Schema(minimum = "0") long version,
        Instant changedAt,

        @Schema(
                nullable = true,
                description = "Who made this version; null for the public, and where it was the catalogue")
        ChangedBy changedBy) {

    static PlanView of(Plan plan, Caller caller) {
        EditPlan content = plan.content();
        return new PlanView(
                plan.code(),
                content.title(),
                content.leadAgency(),
                content.announcedOn(),
                content.declaredTaskCount(),
                content.areas(),
                content.proposalChannels(),
                content.document(),
                plan.version(),
                plan.changedAt(),
                plan.changedBy() == null ? null : plan.changedBy().shownTo(caller));
    }
}
