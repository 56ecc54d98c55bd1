package kcs.collaboration.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a task is stated.
 *
 * @param document name of the document, as it is published
 * @param publishedOn as precisely as it is known: {@code 2024-06-20}, {@code 2015-09} or {@code 2019}
 * @param quotation the words it uses; null where it was not quoted
 */
public record Source(
        @NotBlank @Size(min = 1, max = 500) String document,
        @Size(min = 4, max = 10) @Schema(nullable = true) String publishedOn,
        @Size(min = 1, max = 4000) @Schema(nullable = true) String quotation) {}
