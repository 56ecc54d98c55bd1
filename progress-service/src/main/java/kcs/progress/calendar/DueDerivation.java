package kcs.progress.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a due date is the day that it is. Kept with what is due, so that a table that is loaded later moves nothing.
 *
 * @param movedBecause every reason for which a day was passed over, in the order of the days; empty when none was. A
 *     day with several reasons, such as a holiday on a Sunday, stands once for each
 * @param calendarVersion the newest table of holidays at that time
 */
@Schema(description = "Why it is due on that day: 기한 산정 근거")
public record DueDerivation(
        @Schema(required = true) LocalDate nominalDueOn,

        @Schema(
                required = true,
                maxItems = 2000,
                description = "Each reason for which a day was passed over; empty when the day stands as it was named")
        List<Moved> movedBecause,

        @Schema(required = true, maxLength = 9, examples = "2027.1", description = "The newest table at that time")
        String calendarVersion,

        @Schema(
                required = true,
                description = "ANNOUNCED when tables state the years that were looked at, RULE when one was reckoned")
        Basis basis) {

    /** Whether the gazette has the holidays of all years that were looked at. */
    @Schema(name = "DueDateBasis")
    public enum Basis {
        ANNOUNCED,
        RULE
    }

    /** One reason why one day is no business day. */
    @Schema(name = "DayPassedOver")
    public record Moved(
            @Schema(required = true) LocalDate day,
            @Schema(required = true) Name name) {}

    /**
     * What a day off is called.
     *
     * @param ko as announced
     * @param en null for what the gazette named and nobody translated
     */
    @Schema(name = "DayOffName")
    public record Name(
            @Schema(required = true, maxLength = 100, examples = "추석")
            String ko,

            @Schema(maxLength = 100, examples = "Chuseok") String en) {}
}
