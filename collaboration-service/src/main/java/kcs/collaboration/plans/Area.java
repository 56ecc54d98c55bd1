package kcs.collaboration.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field of a plan; may lie within another, and may be empty. */
record Area(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code,
        @NotNull @Valid Label name,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(nullable = true)
        String parent) {}
