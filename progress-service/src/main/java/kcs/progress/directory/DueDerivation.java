package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a due day follows from the day that was meant: one that is no business day in Korea moves to the next.
 *
 * @param movedBecause the days that were passed over; empty where the nominal day is the due day
 * @param calendarVersion of the table of holidays that it was reckoned by
 * @param basis ANNOUNCED holidays, or those that follow by RULE
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "BoardDueDerivation", description = "How the due day follows from the nominal one")
public record DueDerivation(
        @Schema(required = true) LocalDate nominalDueOn,

        @Schema(required = true, maxItems = 31, description = "The days that were passed over")
        List<PassedOver> movedBecause,

        @Schema(required = true, maxLength = 40) String calendarVersion,

        @Schema(
                required = true,
                enumeration = {"ANNOUNCED", "RULE"})
        String basis) {

    /** A day that nothing is due on, and what it is called. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "BoardDayPassedOver")
    public record PassedOver(
            @Schema(required = true) LocalDate day,
            @Schema(required = true) Label name) {}

    public DueDerivation {
        movedBecause = movedBecause == null ? List.of() : List.copyOf(movedBecause);
    }
}
