package kcs.progress.bulk;

import java.util.List;
import kcs.progress.checkpoints.CheckpointStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of filing in bulk.
 *
 * @param dryRun whether nothing was filed, because only that was asked
 */
@Schema(description = "일괄 제출 결과; with dryRun what would come of it")
record BulkReport(
        boolean dryRun,
        @Schema(minimum = "0", maximum = "1000") int filed,
        @Schema(maxItems = 1000) List<Line> items) {

    /** What came of one row, in the order of the rows. */
    @Schema(name = "BulkReportLine")
    record Line(
            @Schema(maxLength = 40) String task,
            @Schema(maxLength = 60) String checkpoint,
            CheckpointStatus status,
            @Schema(minimum = "0") long version) {}
}
