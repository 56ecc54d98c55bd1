package kcs.progress.bulk;

import java.util.List;
import kcs.progress.checkpoints.CheckpointStatus;
import kcs.progress.directory.Label;
import kcs.progress.submissions.SubmissionContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agency still has to file in a cycle. */
@Schema(description = "제출 대상: the checkpoints of the caller's agency that can be filed now")
record DueList(
        @Schema(maxLength = 40, examples = "KCS-2024-2024Q3")
        String cycle,

        @Schema(maxLength = 10, examples = "DAPA") String agency,
        @Schema(maxItems = FileInBulk.MOST_ROWS) List<Row> items) {

    /**
     * A checkpoint to be filed.
     *
     * @param status OPEN, or RETURNED where it is to be filed again
     * @param version to be sent back with the row, so that what was filed meanwhile is not replaced unseen
     * @param submission the draft, else what was filed last; null where nothing was written yet
     */
    @Schema(name = "DueRow")
    record Row(
            @Schema(maxLength = 40, examples = "KCS-2024-01")
            String task,

            Label taskTitle,

            @Schema(maxLength = 60, examples = "KCS-2024-01.2024Q3.DAPA")
            String checkpoint,

            CheckpointStatus status,
            @Schema(minimum = "0") long version,
            @Schema(nullable = true) SubmissionContent submission) {}
}
