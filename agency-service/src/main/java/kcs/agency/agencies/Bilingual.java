package kcs.agency.agencies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A name in both languages of the suite.
 *
 * @param ko always there
 * @param en null where nobody has translated it
 */
record Bilingual(
        @NotBlank @Size(max = 200) @Schema(required = true, minLength = 1, maxLength = 200, examples = "관세청")
        String ko,

        @Size(min = 1, max = 200) @Schema(minLength = 1, maxLength = 200, examples = "Korea Customs Service")
        String en) {}
