package kcs.collaboration.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award for finished work.
 *
 * @param title what was submitted for it
 * @param award its rank, in the words of the document
 * @param document where it is stated; null where not stated
 */
public record Recognition(
        @NotBlank @Size(min = 1, max = 300) String title,
        @NotBlank @Size(min = 1, max = 100) String award,
        @Size(min = 1, max = 500) @Schema(nullable = true) String document) {}
