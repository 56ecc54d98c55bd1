package kcs.progress.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many checkpoints of a cycle are awaited by a day. */
public record NextDue(
        @Schema(required = true, maxLength = 40) String cycle,
        @Schema(required = true, maxLength = 10) String period,

        @Schema(
                required = true,
                description = "The cycle's due day, or the later one of an extension; for a returned one the day until"
                        + " which it is awaited again")
        LocalDate dueOn,

        @Schema(required = true, minimum = "1", description = "Checkpoints not filed yet, or returned")
        int open,

        @Schema(required = true, minimum = "0", description = "How many of them were returned")
        int returned) {

    static final Comparator<NextDue> SOONEST_FIRST =
            Comparator.comparing(NextDue::dueOn).thenComparing(NextDue::cycle);

    /** Those of one cycle, by their day. */
    public static List<NextDue> of(CycleState cycle, Collection<JudgedCheckpoint> checkpoints) {
        Map<LocalDate, List<CheckpointState>> byDay = checkpoints.stream()
                .map(JudgedCheckpoint::checkpoint)
                .filter(checkpoint -> isAwaited(checkpoint, cycle))
                .collect(Collectors.groupingBy(CheckpointState::awaitedOn, TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new NextDue(
                        cycle.id(), cycle.period(), day.getKey(), day.getValue().size(), (int) day.getValue().stream()
                                .filter(CheckpointState::returned)
                                .count()))
                .toList();
    }

    /** What was returned is awaited until it is settled, also when its cycle is closed. */
    private static boolean isAwaited(CheckpointState checkpoint, CycleState cycle) {
        return checkpoint.returned() || cycle.status() == CycleState.Status.OPEN && checkpoint.awaited();
    }
}
