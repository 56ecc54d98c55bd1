package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.problem.ProblemException;
import kcs.progress.directory.Origin;
import kcs.progress.figures.Tally;

/** Makes the portfolio report of a moment; to be called inside a transaction, which the report needs no longer then. */
@Singleton
class PortfolioReading {
    private final Materials materials;
    private final Measurements measurements;
    private final Comparisons comparisons;
    private final OpinionsThen opinions;

    private final Spools spools;

    PortfolioReading(
            Materials materials,
            Measurements measurements,
            Comparisons comparisons,
            OpinionsThen opinions,
            Spools spools) {
        this.materials = materials;
        this.measurements = measurements;
        this.comparisons = comparisons;
        this.opinions = opinions;
        this.spools = spools;
    }

    /**
     * The report; whoever asks for it closes it.
     *
     * @throws ProblemException 404 when there was no such plan then that the reader may see, or no such cycle; 503 when it is
     *     long and too many such reports are on their way
     */
    PortfolioReport report(ReportRequest request) {
        Material material = materials.of(request);
        Tallies tallies = new Tallies(spools);
        try {
            materials.eachCheckpoint(material, tallies::add);
            return report(request, material, tallies);
        } catch (RuntimeException failure) {
            tallies.returns().close();
            throw failure;
        }
    }

    private PortfolioReport report(ReportRequest request, Material material, Tallies tallies) {
        List<TaskLine> tasks = tasks(material, tallies);
        Tally all = tallies.all();
        return new PortfolioReport(
                materials.head(material),
                totals(material),
                Counts.byStatus(tasks),
                Counts.byHealth(tasks),
                Counts.withoutHealth(tasks),
                Counts.byArea(material.plan(), tasks),
                cycles(material, tallies),
                all.progress(),
                all.onTime(),
                tasks,
                indicators(material),
                disagreements(tasks),
                comparisons.of(request, material.moment(), material.tasks(), material.health()),
                opinions.forPortfolio(material),
                materials.agencies(material),
                tallies.returns().where(CheckpointLine::unsettled),
                tallies.returns());
    }

    private static PortfolioReport.Totals totals(Material material) {
        Collection<TaskThen> tasks = material.tasks().values();
        return new PortfolioReport.Totals(
                material.plan().declaredTaskCount(),
                count(tasks, Origin.PUBLISHED),
                count(tasks, Origin.DOCUMENTED),
                count(tasks, Origin.REGISTERED),
                tasks.size());
    }

    private static int count(Collection<TaskThen> tasks, Origin origin) {
        return (int) tasks.stream().filter(task -> task.origin() == origin).count();
    }

    private static List<TaskLine> tasks(Material material, Tallies tallies) {
        return material.tasks().values().stream()
                .map(task -> TaskLine.of(
                        task,
                        material.health().get(task.code()),
                        tallies.ofTask(task.code()).progress(),
                        material.moment().day()))
                .toList();
    }

    private static List<PortfolioReport.CycleLine> cycles(Material material, Tallies tallies) {
        return material.cycles().stream()
                .map(cycle -> new PortfolioReport.CycleLine(
                        cycle.id(),
                        cycle.period(),
                        cycle.status(),
                        cycle.dueOn(),
                        cycle.locksOn(),
                        tallies.ofCycle(cycle.id()).progress()))
                .toList();
    }

    private List<IndicatorLine> indicators(Material material) {
        Map<String, Measured> newest = new HashMap<>();
        measurements
                .ofPlan(material.plan().code(), material.moment())
                .forEach(measured -> newest.put(measured.task() + "/" + measured.indicator(), measured));
        List<IndicatorLine> lines = new ArrayList<>();
        for (TaskThen task : material.tasks().values()) {
            for (TaskThen.Indicator indicator : task.indicators()) {
                lines.add(IndicatorLine.of(task.code(), indicator, newest.get(task.code() + "/" + indicator.code())));
            }
        }
        return lines;
    }

    private static List<String> disagreements(List<TaskLine> tasks) {
        return tasks.stream()
                .filter(task -> task.health() != null && task.health().disagreement())
                .map(TaskLine::code)
                .toList();
    }
}
