package kcs.collaboration.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What shows whether a task succeeds.
 *
 * @param code names it within its task
 * @param unit what is counted, such as {@code day} or {@code item}
 * @param baseline where it stood; null where not stated
 * @param target where it should get to; null where not stated; once set it changes only with a reason
 * @param targetOn by when; null where not stated
 */
public record Indicator(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code,
        @NotNull @Valid Label name,
        @NotNull @Size(min = 1, max = 40) String unit,
        @NotNull Direction direction,

        @Digits(integer = 18, fraction = 6) @Schema(nullable = true)
        BigDecimal baseline,

        @Digits(integer = 18, fraction = 6) @Schema(nullable = true)
        BigDecimal target,

        @Schema(nullable = true) LocalDate targetOn,
        @Size(min = 1, max = 1000) @Schema(nullable = true) String note) {

    /** Which way is better. */
    public enum Direction {
        INCREASE,
        DECREASE,
        MAINTAIN
    }
}
