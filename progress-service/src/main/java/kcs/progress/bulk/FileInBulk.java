package kcs.progress.bulk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kcs.progress.submissions.SubmissionContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that an agency files in a cycle, in one request. */
@Schema(description = "One row for each checkpoint; all of them are filed or none")
record FileInBulk(@NotNull @Size(min = 1, max = MOST_ROWS) List<@NotNull @Valid Row> items) {
    /** As many tasks as a plan can reasonably have one agency in. */
    static final int MOST_ROWS = 1000;

    /**
     * What is filed for one task.
     *
     * @param version of the checkpoint that the writer has seen; not compared where null
     */
    @Schema(name = "BulkRow")
    record Row(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,39}") @Schema(examples = "KCS-2024-01")
            String task,

            @Min(0) @Schema(nullable = true) Long version,
            @NotNull @Valid SubmissionContent submission) {}
}
