package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Demonstration;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.PlanState;
import kcs.progress.document.Stopped;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.told.Kind;
import kcs.progress.told.ToldReading;

/** Reads what reports are made from; to be called inside a transaction. */
@Singleton
class Materials {
    private final ToldReading told;
    private final Demonstration demonstration;

    Materials(ToldReading told, Demonstration demonstration) {
        this.told = told;
        this.demonstration = demonstration;
    }

    /**
     * What a request is answered from.
     *
     * @throws ProblemException 404 when there was no such plan then, or no cycle of the period
     */
    Material of(ReportRequest request) {
        PlanState plan = told.newest(Kind.PLAN, request.plan(), request.moment(), PlanState.class)
                .get(request.plan());
        if (plan == null) {
            throw ProblemException.notFound(request.plan());
        }
        Map<String, TaskThen> tasks = new LinkedHashMap<>();
        told.newest(Kind.TASK, request.plan(), request.moment(), TaskThen.class).values().stream()
                .filter(task -> request.audience().sees(task.visibility(), task.participants()))
                .forEach(task -> tasks.put(task.code(), task));
        return new Material(
                request.moment(),
                request.audience(),
                request.period(),
                plan,
                Cycles.of(told, request),
                tasks,
                told.newest(Kind.HEALTH, request.plan(), request.moment(), HealthThen.class));
    }

    /**
     * Each checkpoint of the cycles that the audience sees, and whether it was in time; not all of them are in the memory at
     * once. Read no further once the thread is told to stop.
     */
    void eachCheckpoint(Material material, BiConsumer<CheckpointThen, JudgedCheckpoint> reader) {
        CheckpointRows rows = new CheckpointRows();
        for (CycleState cycle : material.cycles()) {
            told.checkpoints(cycle.id(), material.moment(), row -> {
                Stopped.ifSo();
                CheckpointThen checkpoint = rows.read(row, cycle);
                if (material.sees(checkpoint)) {
                    reader.accept(checkpoint, material.judged(checkpoint, cycle));
                }
            });
        }
    }

    ReportHead head(Material material) {
        return new ReportHead(
                material.plan().code(),
                material.plan().title(),
                material.period(),
                material.moment().asOf(),
                material.moment().day(),
                ReportHead.Watermark.of(material.moment()),
                material.audience().kind(),
                demonstration.on());
    }

    /** Those that take part in the tasks, or did, by their names of the day. */
    List<AgencyLine> agencies(Material material) {
        Set<String> named = material.tasks().values().stream()
                .flatMap(task -> task.participations().stream())
                .map(TaskThen.Part::agency)
                .collect(Collectors.toSet());
        LocalDate day = material.moment().day();
        return told.newest(Kind.AGENCY, ToldReading.NO_PLAN, material.moment(), AgencyState.class).values().stream()
                .filter(agency -> named.contains(agency.code()))
                .map(agency -> AgencyLine.of(agency, day))
                .toList();
    }
}
