package kcs.progress.calendar;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day on which something is due: a business day, with how it was found.
 *
 * @param nominalDueOn the day that was named
 * @param dueOn the same, or the next business day
 */
@Schema(description = "The day on which something is due, and why: 실제 기한")
public record DueDate(
        @Schema(required = true) LocalDate nominalDueOn,

        @Schema(required = true, description = "The same, or the next business day")
        LocalDate dueOn,

        @Schema(required = true) DueDerivation dueDerivation) {}
