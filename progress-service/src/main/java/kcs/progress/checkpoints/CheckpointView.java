package kcs.progress.checkpoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kcs.chassis.identity.Caller;
import kcs.progress.directory.Label;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a checkpoint stands; its texts are its submissions'.
 *
 * @param agencyName as the agency was called when the checkpoint was made
 * @param timeliness null when it is waived
 * @param daysLate calendar days from the due date to the first submission, or to today in Seoul while it is overdue; else 0
 * @param dueOn the day that counts: the cycle's, or a later one that was granted
 * @param returnedDueOn until when it is to be filed again; null unless it was returned and is not accepted since
 * @param mayReview whether the caller may accept it or return it now
 * @param reason why it was returned, corrected or waived: told to its agency, to planners and auditors, a waiver to all
 */
@Schema(name = "Checkpoint", description = "이행점검: one agency's return for one task in one cycle")
public record CheckpointView(
        @Schema(maxLength = 60, examples = "KCS-2024-01.2024Q3.DAPA")
        String id,

        @Schema(maxLength = 40, examples = "KCS-2024-2024Q3")
        String cycle,

        @Schema(maxLength = 30, examples = "KCS-2024") String plan,
        @Schema(maxLength = 7, examples = "2024Q3") String period,
        @Schema(maxLength = 40, examples = "KCS-2024-01") String task,
        Label taskTitle,
        @Schema(maxLength = 10, examples = "DAPA") String agency,
        Label agencyName,
        ParticipationRole role,
        CheckpointStatus status,
        @Schema(nullable = true) Timeliness timeliness,
        @Schema(minimum = "0") long daysLate,
        LocalDate dueOn,
        LocalDate cycleDueOn,
        @Schema(nullable = true) LocalDate extendedDueOn,
        @Schema(nullable = true) LocalDate returnedDueOn,
        LocalDate locksOn,
        @Schema(nullable = true) Instant firstSubmittedAt,
        @Schema(nullable = true) Instant lastSubmittedAt,
        @Schema(nullable = true, minimum = "1") Integer latestNo,
        @Schema(nullable = true, minimum = "1") Integer acceptedNo,
        @Schema(maxLength = 5000, nullable = true) String reason,
        @Schema(minimum = "0") long version,
        Instant changedAt,

        @Schema(description = "Whether the caller may accept it or return it as it stands")
        boolean mayReview,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = 10000, description = "The cycle's 작성지침; absent in lists and where there is none")
        String guidance,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = 5, description = "Where the caller may move it; absent in lists")
        List<CheckpointStatus> allowedTransitions,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "When the draft was saved last; null where there is none that the caller may see. Only when the"
                                + " checkpoint is read by itself")
        Optional<Instant> draftSavedAt) {

    /** What a list shows. */
    static CheckpointView brief(Checkpoint checkpoint, LocalDate today, Caller caller) {
        return of(checkpoint, today, caller, null, null, null);
    }

    static CheckpointView of(
            Checkpoint checkpoint,
            LocalDate today,
            Caller caller,
            String guidance,
            List<CheckpointStatus> allowedTransitions,
            Optional<Instant> draftSavedAt) {
        Duty duty = checkpoint.duty();
        Filed filed = checkpoint.filed();
        Checkpoint.Standing standing = checkpoint.standing();
        boolean tellsWhy = CheckpointRights.tellsWhy(caller, duty) || standing.status() == CheckpointStatus.WAIVED;
        Timeliness.Standing timeliness = checkpoint.timeliness(today);
        return new CheckpointView(
                duty.id(),
                duty.cycle(),
                duty.plan(),
                duty.period(),
                duty.task(),
                duty.taskTitle(),
                duty.agency(),
                duty.agencyName(),
                duty.role(),
                standing.status(),
                timeliness == null ? null : timeliness.timeliness(),
                checkpoint.daysLate(today),
                checkpoint.effectiveDueOn(),
                duty.dueOn(),
                standing.extendedDueOn(),
                standing.returnedDueOn(),
                duty.locksOn(),
                filed.firstAt(),
                filed.lastAt(),
                filed.latestNo() == 0 ? null : filed.latestNo(),
                filed.acceptedNo(),
                tellsWhy ? standing.reason() : null,
                standing.version(),
                standing.changedAt(),
                CheckpointRights.mayReview(caller, checkpoint),
                guidance,
                allowedTransitions,
                draftSavedAt);
    }
}
