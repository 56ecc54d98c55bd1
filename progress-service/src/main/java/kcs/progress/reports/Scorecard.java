package kcs.progress.reports;

import java.util.List;
import kcs.progress.figures.CycleProgress;
import kcs.progress.figures.OnTimeRate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an agency has met what was asked of it, and what that cost it. */
@Schema(description = "How an agency has met what was asked of it, and what that cost it")
record Scorecard(
        @Schema(required = true, maxLength = 10) String agency,
        @Schema(required = true) CycleProgress checkpoints,
        @Schema(required = true) OnTimeRate onTime,

        @Schema(required = true, minimum = "0", description = "Calendar days late, of all late first submissions")
        long daysLate,

        @Schema(required = true, minimum = "0", description = "Of the latest")
        long mostDaysLate,

        @Schema(required = true, minimum = "0", description = "How often a submission of it was sent back for revision")
        int returns,

        @Schema(required = true, minimum = "0") int extensionsGranted,
        @Schema(required = true, minimum = "0") int extensionsRefused,
        @Schema(required = true) Burden burden) {

    /** What reporting cost the agency, as far as the system can know. */
    @Schema(
            name = "ReportingBurden",
            description = "How many checkpoints, and how long they took: calendar days from the"
                    + " day that a checkpoint was opened to its first submission")
    record Burden(
            @Schema(required = true, minimum = "0") int checkpoints,
            @Schema(required = true, minimum = "0") int filed,

            @Schema(minimum = "0", description = "null where nothing was filed")
            Double medianDays,

            @Schema(minimum = "0", description = "null where nothing was filed")
            Long longestDays) {

        /** @param days of each that was filed, in their order */
        static Burden of(int checkpoints, List<Long> days) {
            if (days.isEmpty()) {
                return new Burden(checkpoints, 0, null, null);
            }
            int middle = days.size() / 2;
            double median = days.size() % 2 == 1 ? days.get(middle) : (days.get(middle - 1) + days.get(middle)) / 2.0;
            return new Burden(checkpoints, days.size(), median, days.get(days.size() - 1));
        }
    }
}
