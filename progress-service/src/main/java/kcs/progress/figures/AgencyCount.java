package kcs.progress.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.TaskState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tasks that an agency takes part in, and as what. */
public record AgencyCount(
        @Schema(required = true, maxLength = 10) String agency,
        @Schema(required = true, minimum = "0") int total,
        @Schema(required = true, minimum = "0") int lead,
        @Schema(required = true, minimum = "0") int partner,
        @Schema(required = true, minimum = "0") int involved,
        @Schema(required = true, maxItems = 7) List<StatusCount> byStatus) {

    private static final Comparator<AgencyCount> BUSIEST_FIRST =
            Comparator.comparingInt(AgencyCount::total).reversed().thenComparing(AgencyCount::agency);

    /** Each agency's that takes part in any of these tasks, the busiest first. */
    public static List<AgencyCount> of(Collection<TaskState> tasks) {
        Map<String, List<TaskState>> byAgency = new TreeMap<>();
        for (TaskState task : tasks) {
            task.participants()
                    .forEach(agency -> byAgency.computeIfAbsent(agency, any -> new ArrayList<>())
                            .add(task));
        }
        List<AgencyCount> counts = new ArrayList<>();
        byAgency.forEach((agency, its) -> counts.add(of(agency, its)));
        counts.sort(BUSIEST_FIRST);
        return counts;
    }

    private static AgencyCount of(String agency, List<TaskState> tasks) {
        return new AgencyCount(
                agency,
                tasks.size(),
                as(ParticipationRole.LEAD, agency, tasks),
                as(ParticipationRole.PARTNER, agency, tasks),
                as(ParticipationRole.INVOLVED, agency, tasks),
                StatusCount.of(tasks));
    }

    private static int as(ParticipationRole role, String agency, List<TaskState> tasks) {
        return (int) tasks.stream()
                .filter(task -> task.current().stream()
                        .anyMatch(part -> part.role() == role && part.agency().equals(agency)))
                .count();
    }
}
