package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Demonstration;
import kcs.progress.audience.Audience;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Origin;
import kcs.progress.directory.PlanState;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.figures.Tally;
import kcs.progress.told.Kind;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldReading;

/** Makes the portfolio report of a moment; to be called inside a transaction, in which its streams are read, too. */
@Singleton
class PortfolioReading {
    private final ToldReading told;
    private final Measurements measurements;
    private final Comparisons comparisons;
    private final Demonstration demonstration;

    PortfolioReading(
            ToldReading told, Measurements measurements, Comparisons comparisons, Demonstration demonstration) {
        this.told = told;
        this.measurements = measurements;
        this.comparisons = comparisons;
        this.demonstration = demonstration;
    }

    /** What is read of a plan before anything is counted. */
    private record Material(
            Moment moment,
            Audience audience,
            PlanState plan,
            List<CycleState> cycles,
            Map<String, TaskThen> tasks,
            Map<String, HealthThen> health) {

        boolean sees(CheckpointThen checkpoint) {
            return tasks.containsKey(checkpoint.task());
        }
    }

    /** Tallies of the returns: of all, of each cycle, of each task. */
    private record Tallies(Tally all, Map<String, Tally> cycles, Map<String, Tally> tasks) {

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
        Material material = material(request);
        Tallies tallies = tallies(material);
        List<TaskLine> tasks = tasks(material, tallies);
        return new PortfolioReport(
                head(request, material),
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
                List.of(),
                agencies(material),
                reader -> returns(material, CheckpointLine::unsettled, reader),
                reader -> returns(material, line -> true, reader));
    }

    private Material material(ReportRequest request) {
        Moment moment = request.moment();
        PlanState plan =
                told.newest(Kind.PLAN, request.plan(), moment, PlanState.class).get(request.plan());
        if (plan == null) {
            throw ProblemException.notFound(request.plan());
        }
        Map<String, TaskThen> tasks = new LinkedHashMap<>();
        told.newest(Kind.TASK, request.plan(), moment, TaskThen.class).values().stream()
                .filter(task -> request.audience().sees(task.visibility(), task.participants()))
                .forEach(task -> tasks.put(task.code(), task));
        return new Material(
                moment,
                request.audience(),
                plan,
                Cycles.of(told, request),
                tasks,
                told.newest(Kind.HEALTH, request.plan(), moment, HealthThen.class));
    }

    private void eachCheckpoint(Material material, Consumer<CheckpointThen> reader) {
        for (CycleState cycle : material.cycles()) {
            told.checkpoints(cycle.id(), material.moment(), CheckpointThen.class, checkpoint -> {
                if (material.sees(checkpoint)) {
                    reader.accept(checkpoint);
                }
            });
        }
    }

    private JudgedCheckpoint judged(Material material, CheckpointThen checkpoint) {
        CycleState cycle = material.cycles().stream()
                .filter(one -> one.id().equals(checkpoint.cycle()))
                .findFirst()
                .orElseThrow();
        return JudgedCheckpoint.of(checkpoint.state(), cycle, material.moment().day());
    }

    private Tallies tallies(Material material) {
        Tallies tallies = new Tallies(new Tally(), new HashMap<>(), new HashMap<>());
        eachCheckpoint(material, checkpoint -> {
            JudgedCheckpoint judged = judged(material, checkpoint);
            tallies.all().add(judged);
            tallies.cycles()
                    .computeIfAbsent(checkpoint.cycle(), any -> new Tally())
                    .add(judged);
            tallies.tasks()
                    .computeIfAbsent(checkpoint.task(), any -> new Tally())
                    .add(judged);
        });
        return tallies;
    }

    private void returns(Material material, Predicate<CheckpointLine> wanted, Consumer<CheckpointLine> reader) {
        eachCheckpoint(material, checkpoint -> {
            CheckpointLine line = CheckpointLine.of(checkpoint, judged(material, checkpoint));
            if (wanted.test(line)) {
                reader.accept(line);
            }
        });
    }

    private ReportHead head(ReportRequest request, Material material) {
        return new ReportHead(
                material.plan().code(),
                material.plan().title(),
                request.period(),
                material.moment().asOf(),
                material.moment().day(),
                ReportHead.Watermark.of(material.moment()),
                material.audience().kind(),
                demonstration.on());
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

    /** Those that are named in the report. */
    private List<PortfolioReport.AgencyLine> agencies(Material material) {
        Set<String> named = material.tasks().values().stream()
                .flatMap(task -> task.participations().stream())
                .map(TaskThen.Part::agency)
                .collect(Collectors.toSet());
        return told.newest(Kind.AGENCY, ToldReading.NO_PLAN, material.moment(), AgencyState.class).values().stream()
                .filter(agency -> named.contains(agency.code()))
                .map(agency -> line(agency, material.moment().day()))
                .toList();
    }

    private static PortfolioReport.AgencyLine line(AgencyState agency, LocalDate day) {
        AgencyState.Name name = agency.nameOn(day);
        return new PortfolioReport.AgencyLine(agency.code(), name.name(), name.shortName());
    }
}
