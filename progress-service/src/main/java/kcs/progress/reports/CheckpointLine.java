package kcs.progress.reports;

import java.time.LocalDate;
import kcs.chassis.time.Seoul;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checkpoint in a report: whose, and whether it came in time. */
@Schema(name = "ReportedCheckpoint", description = "One agency's return for one task in one cycle")
record CheckpointLine(
        @Schema(required = true, maxLength = 70, examples = "KCS-2024-01.2024Q3.DAPA")
        String id,

        @Schema(required = true, maxLength = 10) String period,
        @Schema(required = true, maxLength = 40) String task,
        @Schema(required = true, maxLength = 10) String agency,
        ParticipationRole role,
        @Schema(required = true) CheckpointState.Status status,

        @Schema(description = "null where it was waived") Timeliness timeliness,

        @Schema(
                minimum = "1",
                description = "Calendar days from the effective due day to the first submission; null unless late")
        Long daysLate,

        @Schema(required = true, description = "The cycle's last day to file in time")
        LocalDate dueOn,

        @Schema(description = "By an extension; null where none was granted")
        LocalDate extendedDueOn,

        @Schema(description = "Until when a returned one is awaited again; null unless it was returned")
        LocalDate returnedDueOn,

        @Schema(description = "Day in Seoul of the first submission; null where nothing was filed")
        LocalDate firstSubmittedOn,

        LocalDate lastSubmittedOn,

        @Schema(minimum = "1", description = "The version in force; null where none was accepted")
        Integer acceptedNo) {

    static CheckpointLine of(CheckpointThen then, JudgedCheckpoint judged) {
        var standing = judged.standing();
        return new CheckpointLine(
                then.id(),
                then.period(),
                then.task(),
                then.agency(),
                then.role(),
                then.status(),
                standing == null ? null : standing.timeliness(),
                standing == null || standing.daysLate() == 0 ? null : (Long) standing.daysLate(),
                then.dueOn(),
                then.extendedDueOn(),
                then.returnedDueOn(),
                then.firstSubmittedOn(),
                then.lastSubmittedAt() == null ? null : Seoul.dayOf(then.lastSubmittedAt()),
                then.acceptedNo());
    }

    /** Whether it is still awaited, or never came. */
    boolean unsettled() {
        return timeliness == Timeliness.OVERDUE
                || timeliness == Timeliness.MISSED
                || status == CheckpointState.Status.RETURNED;
    }
}
