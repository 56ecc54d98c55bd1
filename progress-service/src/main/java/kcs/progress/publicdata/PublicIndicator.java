package kcs.progress.publicdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator of a public task, with what published reports say of it. */
@Schema(
        name = "OpenIndicator",
        description = "An indicator of a public task against its target. What nobody has stated is null; what was"
                + " measured is there once it stands in a published report.")
public record PublicIndicator(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String task,

        @Schema(required = true, maxLength = 30) String plan,
        @Schema(required = true, maxLength = 40) String code,
        @Schema(required = true) Label name,
        @Schema(maxLength = 40) String unit,
        @Schema(maxLength = 10, examples = "DECREASE") String direction,
        BigDecimal baseline,
        BigDecimal target,
        LocalDate targetOn,

        @Schema(description = "The newest of values; null where none was published")
        BigDecimal value,

        LocalDate measuredOn,

        @Schema(description = "Whether the value is at the target or beyond; null where either is not there")
        Boolean reached,

        @Schema(required = true, maxItems = 100000, description = "What was published, by the day it was measured on")
        List<Value> values,

        @Schema(required = true, description = "When the newest of it changed or was published")
        Instant updatedAt) {

    /** A value that was measured, accepted, and published in a report. */
    @Schema(name = "OpenValue")
    public record Value(
            @Schema(required = true) BigDecimal value,
            @Schema(required = true) LocalDate measuredOn,

            @Schema(required = true, maxLength = 10, description = "Who measured it")
            String agency,

            @Schema(required = true, maxLength = 60, description = "Id of the newest report that says so")
            String report) {}
}
