package kcs.progress.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kcs.progress.timeliness.Timeliness;
import kcs.progress.timeliness.Timeliness.Standing;
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

        private static Rate of(List<Standing> standings) {
            int due = (int) standings.stream().filter(Standing::due).count();
            int onTime = count(standings, Timeliness.ON_TIME);
            int late = count(standings, Timeliness.LATE);
            Double rate = due == 0 ? null : Math.round(onTime * PLACES / due) / PLACES;
            return new Rate(due, onTime, late, due - onTime - late, rate);
        }

        private static int count(List<Standing> standings, Timeliness timeliness) {
            return (int) standings.stream()
                    .filter(standing -> standing.timeliness() == timeliness)
                    .count();
        }
    }

    /** Each agency's, by its code. */
    public static List<OnTimeRate> of(Collection<JudgedCheckpoint> checkpoints) {
        Map<String, List<JudgedCheckpoint>> byAgency = checkpoints.stream()
                .collect(Collectors.groupingBy(
                        judged -> judged.checkpoint().agency(), TreeMap::new, Collectors.toList()));
        return byAgency.entrySet().stream()
                .map(agency -> new OnTimeRate(
                        agency.getKey(),
                        rate(agency.getValue(), JudgedCheckpoint::standing),
                        rate(agency.getValue(), JudgedCheckpoint::withoutExtension)))
                .toList();
    }

    private static Rate rate(List<JudgedCheckpoint> checkpoints, Function<JudgedCheckpoint, Standing> by) {
        return Rate.of(checkpoints.stream().map(by).filter(Objects::nonNull).toList());
    }
}
