package kcs.collaboration.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Registers a plan. */
record RegisterPlan(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}") @Schema(examples = "KCS-2024")
        String code,

        @NotNull @Valid Label title,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}") String leadAgency,
        @Schema(nullable = true) LocalDate announcedOn,
        @Min(0) @Max(10000) @Schema(nullable = true) Integer declaredTaskCount,
        @Size(max = 100) List<@NotNull @Valid Area> areas,
        @Size(max = 50) List<@NotNull @Valid ProposalChannel> proposalChannels,
        @Valid @Schema(nullable = true) PlanDocument document) {

    EditPlan content() {
        return new EditPlan(title, leadAgency, announcedOn, declaredTaskCount, areas, proposalChannels, document);
    }
}
