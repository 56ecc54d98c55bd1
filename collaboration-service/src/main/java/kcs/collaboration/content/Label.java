package kcs.collaboration.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A name or title in both languages.
 *
 * @param ko Korean; always there
 * @param en English; null where nobody translated it, and then the Korean is shown
 */
@Schema(description = "A name or title; ko is always there, en may be null")
public record Label(
        @NotBlank @Size(min = 1, max = 300) @Schema(examples = "사회 안전")
        String ko,

        @Size(min = 1, max = 300) @Schema(examples = "Social safety", nullable = true)
        String en) {}
