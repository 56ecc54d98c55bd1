package kcs.progress.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator of a task, and the newest value of it that was accepted. */
@Schema(name = "ReportedIndicator", description = "An indicator against its target; what nobody has stated is null")
record IndicatorLine(
        @Schema(required = true, maxLength = 40) String task,
        @Schema(required = true, maxLength = 40) String code,
        @Schema(required = true) Label name,
        @Schema(maxLength = 40) String unit,
        @Schema(maxLength = 10, examples = "DECREASE") String direction,
        BigDecimal baseline,
        BigDecimal target,
        LocalDate targetOn,

        @Schema(description = "The newest of what was accepted; null where nothing was, or the reader may not see it")
        BigDecimal value,

        LocalDate measuredOn,

        @Schema(maxLength = 10, description = "Who measured it")
        String agency,

        @Schema(description = "Whether the value is at the target or beyond; null where either is not there")
        Boolean reached) {

    /** @param newest null where there is none */
    static IndicatorLine of(String task, TaskThen.Indicator indicator, Measured newest) {
        BigDecimal value = newest == null ? null : newest.value();
        return new IndicatorLine(
                task,
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.direction(),
                indicator.baseline(),
                indicator.target(),
                indicator.targetOn(),
                value,
                newest == null ? null : newest.measuredOn(),
                newest == null ? null : newest.agency(),
                indicator.reachedBy(value));
    }
}
