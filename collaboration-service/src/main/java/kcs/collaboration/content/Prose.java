package kcs.collaboration.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A longer text in both languages; {@code en} may be null. */
@Schema(description = "A longer text; ko is always there, en may be null")
public record Prose(
        @NotBlank @Size(min = 1, max = 4000) String ko,
        @Size(min = 1, max = 4000) @Schema(nullable = true) String en) {}
