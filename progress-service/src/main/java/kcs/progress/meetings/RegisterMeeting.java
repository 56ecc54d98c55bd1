package kcs.progress.meetings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Registers a meeting, past or to come.
 *
 * @param no null only where its document states none
 */
@Schema(description = "A meeting, past or to come. It has a number or, where its document states none, a day.")
record RegisterMeeting(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}") @Schema(examples = "KCS-2024")
        String plan,

        @Min(1) @Max(9999) @Schema(nullable = true, examples = "7")
        Integer no,

        @Schema(nullable = true) Instant heldAt,

        @Schema(nullable = true, description = "After heldAt")
        Instant endsAt,

        @Schema(
                nullable = true,
                description = "In Seoul; to be given where heldAt is not known, else it follows from it")
        LocalDate heldOn,

        @Size(min = 1, max = 300) @Schema(nullable = true, examples = "서울세관 10층 대회의실")
        String place,

        @Size(min = 1, max = 200) @Schema(nullable = true, examples = "관세청 차장", description = "A post, not a name")
        String chair,

        @Size(max = 4) @Schema(description = "Each kind at most once")
        List<@NotNull @Valid Attendance> attendance,

        @Size(max = 50) List<@NotBlank @Size(min = 1, max = 1000) String> agenda,

        @Size(max = 50) @Schema(description = "Ids of the frozen reports that were reviewed")
        List<@NotBlank @Size(min = 1, max = 100) String> snapshots,

        @Size(min = 1, max = 5000) @Schema(nullable = true) String note,
        @Valid @Schema(nullable = true) MeetingSource source) {

    MeetingFacts facts() {
        return new MeetingFacts(heldAt, endsAt, heldOn, place, chair, attendance, agenda, snapshots, note, source);
    }
}
