package kcs.progress.figures;

import java.util.Map;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How reliably an agency files in time. Published both ways, so that nobody's rate is made by extensions unseen. */
public record OnTimeRate(
        @Schema(required = true, maxLength = 10, examples = "DAPA")
        String agency,

        @Schema(required = true, description = "By the due days as extended")
        Rate with,

        @Schema(required = true, description = "As if no extension had been granted")
        Rate withoutExtensions) {

    /** Over the checkpoints whose due day has passed or that were filed, without the waived. */
    @Schema(name = "OnTimeShare")
    public record Rate(
            @Schema(required = true, minimum = "0", description = "onTime + late + missing")
            int due,

            @Schema(required = true, minimum = "0") int onTime,
            @Schema(required = true, minimum = "0") int late,

            @Schema(required = true, minimum = "0", description = "Due and not filed")
            int missing,

            @Schema(
                    minimum = "0",
                    maximum = "1",
                    examples = "0.6667",
                    description = "onTime / due to four places; null where nothing was due")
            Double rate) {

        private static final double PLACES = 10_000;

        static Rate of(Map<Timeliness, Integer> counts) {
            int due = counts.entrySet().stream()
                    .filter(count -> count.getKey() != Timeliness.NOT_DUE)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            int onTime = counts.getOrDefault(Timeliness.ON_TIME, 0);
            int late = counts.getOrDefault(Timeliness.LATE, 0);
            Double rate = due == 0 ? null : Math.round(onTime * PLACES / due) / PLACES;
            return new Rate(due, onTime, late, due - onTime - late, rate);
        }
    }
}
