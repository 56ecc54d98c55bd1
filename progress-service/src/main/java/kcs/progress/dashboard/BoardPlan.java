package kcs.progress.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan on the dashboard, with its counts: of the tasks that the reader sees. */
record BoardPlan(
        @Schema(required = true, maxLength = 30, examples = "KCS-2024")
        String code,

        @Schema(required = true) Label title,
        @Schema(maxLength = 10) String leadAgency,
        LocalDate announcedOn,
        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true) Totals totals,
        @Schema(required = true, maxItems = 7) List<StatusCount> byStatus,

        @Schema(
                required = true,
                maxItems = 1000,
                description = "Counts of each area's own tasks, not of its sub-areas'")
        List<AreaCount> areas,

        @Schema(required = true, maxItems = 1000) List<AgencyCount> byAgency) {

    /** How many tasks the plan declares, and what of them is there. */
    @Schema(name = "PlanTotals")
    record Totals(
            @Schema(minimum = "0", description = "As announced; null where not stated")
            Integer declared,

            @Schema(required = true, minimum = "0") int listed,
            @Schema(required = true, minimum = "0") int published,
            @Schema(required = true, minimum = "0") int documented,
            @Schema(required = true, minimum = "0") int registered,
            @Schema(required = true, minimum = "0") int representative) {

        private static Totals of(Integer declared, Collection<TaskState> tasks) {
            return new Totals(
                    declared,
                    tasks.size(),
                    from(Origin.PUBLISHED, tasks),
                    from(Origin.DOCUMENTED, tasks),
                    from(Origin.REGISTERED, tasks),
                    (int) tasks.stream().filter(TaskState::representative).count());
        }

        private static int from(Origin origin, Collection<TaskState> tasks) {
            return (int) tasks.stream().filter(task -> task.origin() == origin).count();
        }
    }

    /** The tasks of an area; the last one, without code, holds those of no area. */
    record AreaCount(
            @Schema(maxLength = 40, description = "Null for the tasks that have no area")
            String code,

            Label name,
            @Schema(maxLength = 40) String parent,
            @Schema(required = true, minimum = "0") int total,
            @Schema(required = true, maxItems = 7) List<StatusCount> byStatus) {

        private static AreaCount of(PlanState.Area area, Collection<TaskState> tasks) {
            List<TaskState> own = in(area.code(), tasks);
            return new AreaCount(area.code(), area.name(), area.parent(), own.size(), StatusCount.of(own));
        }

        private static List<AreaCount> of(PlanState plan, Collection<TaskState> tasks) {
            List<AreaCount> counts = new ArrayList<>();
            plan.areas().forEach(area -> counts.add(of(area, tasks)));
            List<TaskState> without = in(null, tasks);
            if (!without.isEmpty()) {
                counts.add(new AreaCount(null, null, null, without.size(), StatusCount.of(without)));
            }
            return counts;
        }

        private static List<TaskState> in(String area, Collection<TaskState> tasks) {
            return tasks.stream()
                    .filter(task -> Objects.equals(area, task.area()))
                    .toList();
        }
    }

    /** The tasks that an agency takes part in, and as what. */
    record AgencyCount(
            @Schema(required = true, maxLength = 10) String agency,
            @Schema(required = true, minimum = "0") int total,
            @Schema(required = true, minimum = "0") int lead,
            @Schema(required = true, minimum = "0") int partner,
            @Schema(required = true, minimum = "0") int involved,
            @Schema(required = true, maxItems = 7) List<StatusCount> byStatus) {

        private static final Comparator<AgencyCount> BUSIEST_FIRST =
                Comparator.comparingInt(AgencyCount::total).reversed().thenComparing(AgencyCount::agency);

        private static List<AgencyCount> of(Collection<TaskState> tasks) {
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
                            .anyMatch(
                                    part -> part.role() == role && part.agency().equals(agency)))
                    .count();
        }
    }

    /** @param tasks those of this plan that the reader sees */
    static BoardPlan of(PlanState plan, Collection<TaskState> tasks) {
        return new BoardPlan(
                plan.code(),
                plan.title(),
                plan.leadAgency(),
                plan.announcedOn(),
                plan.version(),
                Totals.of(plan.declaredTaskCount(), tasks),
                StatusCount.of(tasks),
                AreaCount.of(plan, tasks),
                AgencyCount.of(tasks));
    }
}
