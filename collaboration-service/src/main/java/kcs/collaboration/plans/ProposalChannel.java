package kcs.collaboration.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way by which proposals reach a plan; {@code since} as precisely as it is known, such as {@code 2023-10}. */
record ProposalChannel(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code,
        @NotNull @Valid Label name,

        @Pattern(regexp = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?") @Schema(nullable = true)
        String since) {}
