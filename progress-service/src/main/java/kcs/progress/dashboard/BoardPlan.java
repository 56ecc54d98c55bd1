package kcs.progress.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;
import kcs.progress.figures.AgencyCount;
import kcs.progress.figures.HealthCount;
import kcs.progress.figures.NextDue;
import kcs.progress.figures.OnTimeRate;
import kcs.progress.figures.RoundCounts;
import kcs.progress.figures.StatusCount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan on the dashboard, with its counts: of the tasks that the reader sees. */
public record BoardPlan(
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

        @Schema(required = true, maxItems = 1000) List<AgencyCount> byAgency,

        @Schema(required = true, maxItems = 5, description = "Tasks by the headline of their health")
        List<HealthCount> byHealth,

        @Schema(required = true, minimum = "0", description = "Tasks of which no health is known yet")
        int withoutHealth,

        @Schema(required = true, maxItems = 1000, description = "The newest period last")
        List<BoardCycle> cycles,

        @Schema(
                required = true,
                maxItems = 1000,
                description = "Each agency's returns over all cycles, with its extensions and as if there were none")
        List<OnTimeRate> onTime,

        @Schema(
                required = true,
                maxItems = 1000,
                description = "What is awaited in cycles that are open, by its day: the next first")
        List<NextDue> nextDue) {

    /** How many tasks the plan declares, and what of them is there. */
    @Schema(name = "PlanTotals")
    public record Totals(
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
    public record AreaCount(
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

    /**
     * @param tasks those of this plan that the reader sees
     * @param health of these tasks, as far as there is one
     * @param round counts over what the reader sees
     */
    static BoardPlan of(PlanState plan, Collection<TaskState> tasks, Collection<TaskHealth> health, RoundCounts round) {
        return new BoardPlan(
                plan.code(),
                plan.title(),
                plan.leadAgency(),
                plan.announcedOn(),
                plan.version(),
                Totals.of(plan.declaredTaskCount(), tasks),
                StatusCount.of(tasks),
                AreaCount.of(plan, tasks),
                AgencyCount.of(tasks),
                HealthCount.of(health),
                tasks.size() - health.size(),
                round.cycles(plan.code()).stream()
                        .map(cycle -> BoardCycle.of(cycle, round.progress(cycle), round.percentComplete(cycle)))
                        .toList(),
                round.onTime(plan.code()),
                round.nextDue(plan.code()));
    }
}
