package kcs.progress.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What shows that a submission is true: a link or a file, exactly one of them.
 *
 * @param title what it is, in the agency's words
 * @param url where it can be read, http or https; nobody fetches it; null for a file
 * @param file id of a file that was uploaded for the checkpoint; null for a link
 */
public record Evidence(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 2000) String url,
        @Size(max = 36) String file) {}
