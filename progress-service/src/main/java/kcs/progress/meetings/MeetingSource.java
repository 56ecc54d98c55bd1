package kcs.progress.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a meeting is stated. */
@Schema(name = "MeetingSource", description = "출처: the document that tells of the meeting")
record MeetingSource(
        @NotBlank @Size(min = 1, max = 500) @Schema(examples = "관세청 보도자료")
        String document,

        @Pattern(regexp = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
        @Schema(nullable = true, maxLength = 10, examples = "2024-06-20", description = "As precisely as it is known")
        String publishedOn) {}
