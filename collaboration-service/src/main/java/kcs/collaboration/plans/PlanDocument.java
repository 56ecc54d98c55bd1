package kcs.collaboration.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document that announced a plan. */
record PlanDocument(
        @NotNull @Valid Label title,

        @Pattern(regexp = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?") @Schema(nullable = true)
        String publishedOn) {}
