package kcs.progress.meetings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.chassis.time.Seoul;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is recorded of a meeting. What nobody states is null; what is not known of a list is empty.
 *
 * @param heldOn the day in Seoul where no hour is known; null where {@code heldAt} says it
 * @param chair a post, not a person's name
 * @param snapshots ids of the frozen reports that were reviewed
 */
@Schema(name = "EditMeeting", description = "What of a meeting can be changed (JSON Merge Patch)")
record MeetingFacts(
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

    private static final int LAST_YEAR = 9999;

    MeetingFacts {
        attendance = attendance == null ? List.of() : attendance;
        agenda = agenda == null ? List.of() : agenda;
        snapshots = snapshots == null ? List.of() : snapshots;
        heldAt = heldAt == null ? null : heldAt.truncatedTo(ChronoUnit.MICROS);
        endsAt = endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.MICROS);
        // It follows from the hour, and moves with it.
        heldOn = isDated(heldAt) && Seoul.dayOf(heldAt).equals(heldOn) ? null : heldOn;
    }

    /** The day in Seoul; null where it is not stated. */
    LocalDate day() {
        return heldAt == null ? heldOn : Seoul.dayOf(heldAt);
    }

    /** What contradicts itself, or stands twice. */
    List<FieldError> contradictions() {
        List<FieldError> errors = new ArrayList<>();
        if (heldAt != null && !isDated(heldAt)) {
            errors.add(FieldError.of("/heldAt", "wrong"));
        } else if (heldAt != null && heldOn != null) {
            errors.add(FieldError.of("/heldOn", "other-day", Seoul.dayOf(heldAt)));
        }
        if (endsAt != null) {
            errors.addAll(contradictionsOfTheEnd());
        }
        repeated("/attendance", attendance.stream().map(Attendance::kind).toList(), errors);
        repeated("/snapshots", snapshots, errors);
        return errors;
    }

    private List<FieldError> contradictionsOfTheEnd() {
        if (heldAt == null) {
            return List.of(FieldError.of("/endsAt", "needs", "heldAt"));
        }
        if (!endsAt.isAfter(heldAt)) {
            return List.of(FieldError.of("/endsAt", "not-after", heldAt));
        }
        return isDated(endsAt) ? List.of() : List.of(FieldError.of("/endsAt", "wrong"));
    }

    private static void repeated(String pointer, List<?> values, List<FieldError> errors) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                errors.add(FieldError.of(pointer + "/" + i, "repeated"));
            }
        }
    }

    /** Whether it lies in a year that a calendar of four digits has; the database takes no much later one. */
    private static boolean isDated(Instant instant) {
        if (instant == null) {
            return false;
        }
        int year = instant.atZone(Seoul.ZONE).getYear();
        return year > 0 && year <= LAST_YEAR;
    }
}
