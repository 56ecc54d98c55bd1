package kcs.progress.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the caller owes or must decide.
 *
 * @param today the day in Seoul for which it was drawn up
 * @param counts how much there is of each kind that the caller's list can hold, whether it is listed or not
 * @param items the most urgent first, at most {@link #MOST}
 * @param truncated whether there is more than is listed
 */
@Schema(description = "할 일: what the caller owes or must decide")
record Worklist(
        LocalDate today,
        @Schema(description = "Kind to number") Map<WorkKind, Long> counts,
        @Schema(maxItems = Worklist.MOST) List<Item> items,
        boolean truncated) {

    /** The most that is listed. */
    static final int MOST = 500;

    /**
     * One thing to do. About a checkpoint, but for UNADDRESSED, which is about an agency, and for opinions.
     *
     * @param agency whose checkpoint it is, or to whom the opinion is addressed
     * @param agencyName as the agency was called when the checkpoint was made; of an opinion as it is called now
     * @param dueOn the day that counts now: of what was returned that of its return
     * @param daysLate calendar days from that day to today; 0 before it
     * @param since since when it is to be done
     * @param reason why it was returned or sent back, or more time is wanted
     * @param draftSaved whether whoever files has saved a draft
     * @param mayReview whether the caller may review it: whoever submitted may not
     * @param version of the checkpoint, for If-Match
     */
    @Schema(name = "WorkItem")
    record Item(
            WorkKind kind,
            @Schema(maxLength = 60, nullable = true) String checkpoint,
            @Schema(maxLength = 40, nullable = true) String task,
            @Schema(nullable = true) Label taskTitle,
            @Schema(maxLength = 40, nullable = true) String cycle,
            @Schema(maxLength = 7, nullable = true) String period,
            @Schema(maxLength = 10) String agency,
            Label agencyName,
            @Schema(nullable = true) LocalDate dueOn,
            @Schema(minimum = "0") int daysLate,
            Instant since,
            @Schema(maxLength = 5000, nullable = true) String reason,
            boolean draftSaved,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With SUBMITTED")
            Boolean mayReview,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With EXTENSION_ASKED")
            Request extension,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With OPINION_OPEN and OPINION_ANSWERED")
            Advice opinion,

            @Schema(minimum = "0", nullable = true) Long version) {}

    /**
     * More time that is asked for.
     *
     * @param until the due day that is wanted
     * @param mayDecide whether the caller may decide: whoever asked may not
     * @param version of the request, for If-Match
     */
    @Schema(name = "WorkExtension")
    record Request(
            UUID id,
            LocalDate until,
            boolean mayDecide,
            @Schema(minimum = "0") long version) {}

    /**
     * An opinion of the committee.
     *
     * @param meeting at which it was given; null: at none
     * @param answer null while it waits for one
     * @param version of the opinion, for If-Match
     */
    @Schema(name = "WorkOpinion")
    record Advice(
            UUID id,
            @Schema(maxLength = 45, nullable = true) String meeting,
            @Schema(maxLength = 5000) String text,
            @Schema(maxLength = 5000, nullable = true) String answer,
            @Schema(minimum = "0") long version) {}
}
