package kcs.progress.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A meeting as it is shown, and as events carry it.
 *
 * @param no null where its document states none
 * @param heldOn the day in Seoul; null where it is not stated
 * @param changedBy who made this version, as far as the caller is told; null for the service itself, absent in events
 */
@Schema(name = "Meeting", description = "회의: a meeting of the advisory committee. What no document states is null.")
record MeetingView(
        @Schema(required = true, maxLength = 45, examples = "KCS-2024-M7")
        String id,

        @Schema(required = true, maxLength = 30, examples = "KCS-2024")
        String plan,

        @Schema(minimum = "1", examples = "7") Integer no,
        Instant heldAt,
        Instant endsAt,

        @Schema(examples = "2024-06-19", description = "In Seoul")
        LocalDate heldOn,

        @Schema(maxLength = 300) String place,

        @Schema(maxLength = 200, description = "A post, not a name")
        String chair,

        @Schema(required = true, maxItems = 4) List<Attendance> attendance,
        @Schema(required = true, maxItems = 50) List<String> agenda,

        @Schema(required = true, maxItems = 50, description = "Ids of the frozen reports that were reviewed")
        List<String> snapshots,

        @Schema(maxLength = 5000) String note,
        MeetingSource source,
        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true) Instant changedAt,

        @Schema(
                nullable = true,
                description = "Who made this version; null for the public, and where it was the service itself")
        ChangedBy changedBy) {

    static MeetingView of(Meeting meeting, Caller caller) {
        MeetingFacts facts = meeting.facts();
        return new MeetingView(
                meeting.id(),
                meeting.plan(),
                meeting.no(),
                facts.heldAt(),
                facts.endsAt(),
                facts.day(),
                facts.place(),
                facts.chair(),
                facts.attendance(),
                facts.agenda(),
                facts.snapshots(),
                facts.note(),
                facts.source(),
                meeting.version(),
                meeting.changedAt(),
                meeting.changedBy() == null ? null : meeting.changedBy().shownTo(caller));
    }
}
