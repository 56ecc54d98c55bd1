package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.chassis.problem.ProblemException;
import kcs.progress.directory.Origin;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.figures.Tally;

/** Makes the portfolio report of a moment; to be called inside a transaction, in which its streams are read, too. */
@Singleton
class PortfolioReading {
    /** As many returns as are kept in the memory rather than read again; a year of thirty tasks has some hundred. */
    private static final int FEW = 5_000;

    private final Materials materials;
    private final Measurements measurements;
    private final Comparisons comparisons;
    private final OpinionsThen opinions;

    PortfolioReading(Materials materials, Measurements measurements, Comparisons comparisons, OpinionsThen opinions) {
        this.materials = materials;
        this.measurements = measurements;
        this.comparisons = comparisons;
        this.opinions = opinions;
    }

    /** Tallies of the returns: of all, of each cycle, of each task; and the returns themselves where they are few. */
    private record Tallies(Tally all, Map<String, Tally> cycles, Map<String, Tally> tasks, List<CheckpointLine> lines) {

        void add(CheckpointThen checkpoint, JudgedCheckpoint judged) {
            all.add(judged);
            cycles.computeIfAbsent(checkpoint.cycle(), any -> new Tally()).add(judged);
            tasks.computeIfAbsent(checkpoint.task(), any -> new Tally()).add(judged);
            if (lines.size() <= FEW) {
                lines.add(CheckpointLine.of(checkpoint, judged));
            }
        }

        boolean areFew() {
            return lines.size() <= FEW;
        }

        Tally of(TaskThen task) {
            return tasks.getOrDefault(task.code(), new Tally());
        }
    }

    /**
     * The report.
     *
     * @throws ProblemException 404 when there was no such plan then that the reader may see, or no such cycle
     */
    PortfolioReport report(ReportRequest request) {
        Material material = materials.of(request);
        Tallies tallies = tallies(material);
        List<TaskLine> tasks = tasks(material, tallies);
        return new PortfolioReport(
                materials.head(material),
                totals(material),
                Counts.byStatus(tasks),
                Counts.byHealth(tasks),
                Counts.withoutHealth(tasks),
                Counts.byArea(material.plan(), tasks),
                cycles(material, tallies),
                tallies.all().progress(),
                tallies.all().onTime(),
                tasks,
                indicators(material),
                disagreements(tasks),
                comparisons.of(request, material.moment(), material.tasks(), material.health()),
                opinions.forPortfolio(material),
                materials.agencies(material),
                returns(material, tallies, CheckpointLine::unsettled),
                returns(material, tallies, line -> true));
    }

    private Tallies tallies(Material material) {
        Tallies tallies = new Tallies(new Tally(), new HashMap<>(), new HashMap<>(), new ArrayList<>());
        materials.eachCheckpoint(material, checkpoint -> tallies.add(checkpoint, material.judged(checkpoint)));
        return tallies;
    }

    /** Those that are wanted: out of the memory, or read once more as they are written. */
    private Streamed<CheckpointLine> returns(Material material, Tallies tallies, Predicate<CheckpointLine> wanted) {
        if (tallies.areFew()) {
            return Streamed.of(tallies.lines().stream().filter(wanted).toList());
        }
        return reader -> materials.eachCheckpoint(material, checkpoint -> {
            CheckpointLine line = CheckpointLine.of(checkpoint, material.judged(checkpoint));
            if (wanted.test(line)) {
                reader.accept(line);
            }
        });
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
                        tallies.of(task).progress(),
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
                        tallies.cycles().getOrDefault(cycle.id(), new Tally()).progress()))
                .toList();
    }

    private List<IndicatorLine> indicators(Material material) {
        Map<String, Measured> newest = new HashMap<>();
        measurements
                .of(material.plan().code(), null, material.moment())
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
