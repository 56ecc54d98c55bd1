package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in both languages.
 *
 * @param ko always there
 * @param en null where nobody has written it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "BoardLabel")
public record Label(
        @Schema(required = true, maxLength = 1000) String ko,
        @Schema(maxLength = 1000) String en) {}
