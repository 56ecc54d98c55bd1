package kcs.progress.submissions;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A value of one of the task's indicators.
 *
 * @param indicator its code within the task
 * @param unit the indicator's, to be sure of it; taken for it where null
 * @param note required where the value stands worse than the baseline
 */
public record Measurement(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(examples = "EXPERT_DOC_LEAD_TIME")
        String indicator,

        @NotNull @Digits(integer = 18, fraction = 6) BigDecimal value,
        @Size(min = 1, max = 40) @Schema(nullable = true) String unit,
        @NotNull LocalDate measuredOn,
        @Size(min = 1, max = 1000) @Schema(nullable = true) String note) {}
