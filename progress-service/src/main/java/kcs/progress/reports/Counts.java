package kcs.progress.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskStatus;
import kcs.progress.figures.HealthCount;
import kcs.progress.figures.StatusCount;

/** Counts the tasks of a report. */
final class Counts {

    private Counts() {}

    static List<StatusCount> byStatus(Collection<TaskLine> tasks) {
        return Arrays.stream(TaskStatus.values())
                .map(status -> new StatusCount(status, count(tasks, task -> task.status() == status)))
                .toList();
    }

    static List<HealthCount> byHealth(Collection<TaskLine> tasks) {
        return Arrays.stream(HealthState.values())
                .map(health -> new HealthCount(
                        health,
                        count(
                                tasks,
                                task -> task.health() != null && task.health().headline() == health)))
                .toList();
    }

    static int withoutHealth(Collection<TaskLine> tasks) {
        return count(tasks, task -> task.health() == null);
    }

    /** The areas in the order of the plan, then the tasks whose area nobody has stated. */
    static List<PortfolioReport.AreaLine> byArea(PlanState plan, List<TaskLine> tasks) {
        Map<String, Label> names = new LinkedHashMap<>();
        plan.areas().forEach(area -> names.put(area.code(), area.name()));
        List<PortfolioReport.AreaLine> lines = new ArrayList<>();
        names.forEach((area, name) -> lines.add(line(
                area,
                name,
                tasks.stream().filter(task -> area.equals(task.area())).toList())));
        List<TaskLine> rest =
                tasks.stream().filter(task -> !names.containsKey(task.area())).toList();
        if (!rest.isEmpty()) {
            lines.add(line(null, null, rest));
        }
        return lines;
    }

    private static PortfolioReport.AreaLine line(String area, Label name, List<TaskLine> tasks) {
        return new PortfolioReport.AreaLine(area, name, tasks.size(), byHealth(tasks), withoutHealth(tasks));
    }

    private static int count(Collection<TaskLine> tasks, Predicate<TaskLine> counted) {
        return (int) tasks.stream().filter(counted).count();
    }
}
