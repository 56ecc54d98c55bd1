package kcs.local;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How fast tasks are read and changed, and what of it is whose work. */
final class BenchTaskLoad {
    private final BenchSitting sitting;

    BenchTaskLoad(BenchSitting sitting) {
        this.sitting = sitting;
    }

    void reads(BenchTasks tasks) throws IOException {
        sitting.say("reading tasks");
        int port = sitting.port(Part.COLLABORATION);
        Load.warmUp(port, tasks.readers());
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < BenchSitting.ROUNDS; i++) {
            theirs += sitting.references().reads(BenchSitting.ROUND).orElse(Double.NaN) / BenchSitting.ROUNDS;
            ours += Load.perSecond(port, BenchSitting.ROUND, tasks.readers()) / BenchSitting.ROUNDS;
        }
        sitting.table()
                .ratio("read a task by code, 16 connections", ours, "pgbench, prepared select of the row", theirs, 0.3);
        double through = Load.perSecond(sitting.port(Part.FRONT_DOOR), BenchSitting.ROUND, tasks.readers());
        sitting.table().plain("the same through the front door", "%,.0f/s".formatted(through));
    }

    void changes(BenchTasks tasks) throws IOException {
        sitting.say("changing tasks");
        int port = sitting.port(Part.COLLABORATION);
        Load.warmUp(port, tasks.movers());
        double ours = 0;
        double theirs = 0;
        Map<Part, Double> spent = new EnumMap<>(Part.class);
        for (int i = 0; i < BenchSitting.ROUNDS; i++) {
            OptionalDouble reference = sitting.references().changes(BenchSitting.ROUND);
            theirs += reference.orElse(Double.NaN) / BenchSitting.ROUNDS;
            tasks.refresh();
            Map<Part, Duration> before = processorTimes();
            double perSecond = Load.perSecond(port, BenchSitting.ROUND, tasks.movers());
            double changes = perSecond * BenchSitting.ROUND.toSeconds();
            processorTimes()
                    .forEach((part, now) -> spent.merge(
                            part, now.minus(before.get(part)).toMillis() / changes / BenchSitting.ROUNDS, Double::sum));
            ours += perSecond / BenchSitting.ROUNDS;
        }
        sitting.table()
                .ratio(
                        "change a task's status, 16 connections, 1,000 tasks",
                        ours,
                        "pgbench, the same statements in one transaction",
                        theirs,
                        0.4);
        sitting.table().plain("processor time of a change, the load generator left out", shares(spent));
    }

    private Map<Part, Duration> processorTimes() {
        Map<Part, Duration> times = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            times.put(
                    part,
                    sitting.stack().find(part).map(Processes::processorTime).orElse(Duration.ZERO));
        }
        return times;
    }

    /** Those that take part in it, the greatest first. */
    private static String shares(Map<Part, Double> milliseconds) {
        return milliseconds.entrySet().stream()
                .filter(part -> part.getValue() >= 0.01)
                .sorted(Map.Entry.<Part, Double>comparingByValue().reversed())
                .map(part -> "%s %.2f ms".formatted(part.getKey().title(), part.getValue()))
                .collect(Collectors.joining(", "));
    }
}
