package kcs.progress.cycles;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Plans a cycle.
 *
 * @param nominalDueOn the day that is named; a Saturday, Sunday or public holiday becomes the next business day
 * @param locksOn not moved
 */
@Schema(description = "A cycle to be planned. opensOn ≤ nominalDueOn ≤ locksOn; past periods are allowed.")
record PlanCycle(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}") @Schema(examples = "KCS-2024")
        String plan,

        @NotNull @Size(min = 4, max = 7) @Schema(examples = "2024Q3", description = "2024Q3, 2024-07, 2024H2 or 2024")
        String period,

        @NotNull LocalDate opensOn,
        @NotNull LocalDate nominalDueOn,
        @NotNull LocalDate locksOn,

        @Size(min = 1, max = 10000) @Schema(nullable = true, description = "작성지침")
        String guidance) {}
