package kcs.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the running stack beside its references, in one sitting, and says which floors hold. */
final class Bench {
    private final Settings settings = Settings.from(System.getenv());
    private final BenchTable table = new BenchTable();

    private Bench() {}

    /** Argument {@code --write}: keeps the table in the documents. Ends with 1 when a floor does not hold. */
    public static void main(String[] arguments) throws IOException {
        Bench bench = new Bench();
        try {
            bench.run();
        } catch (IOException e) {
            System.err.println("the measurement broke off: " + e.getMessage());
            System.exit(1);
        }
        String table = bench.table.text();
        System.out.println();
        System.out.println(table);
        if (List.of(arguments).contains("--write")) {
            Files.writeString(bench.settings.root().resolve("docs/benchmarks.md"), table, StandardCharsets.UTF_8);
        }
        System.exit(bench.table.allHold() ? 0 : 1);
    }

    private void run() throws IOException {
        Secrets secrets = Secrets.in(settings.data());
        Path folder = Files.createTempDirectory("kcs-bench-");
        References references = new References(settings, secrets, folder);
        BenchSitting sitting = new BenchSitting(settings, secrets, new Stack(settings, System.out), references, table);
        BenchStack stack = new BenchStack(sitting);
        stack.starts();
        page(sitting, folder);
        tasks(sitting, stack);
        reportingRound(sitting);
        reports(sitting, folder);
        Folders.delete(folder);
    }

    /** While the board holds what the floors of the page are set for: hundreds of tasks, not thousands. */
    private static void page(BenchSitting sitting, Path folder) throws IOException {
        // With the shipped catalogue on it, and while nothing changes it.
        new BenchDashboard(sitting).snapshot();
        sitting.say("opening the dashboard in a browser");
        sitting.settle();
        new BenchPage(sitting, folder).open();
    }

    private static void tasks(BenchSitting sitting, BenchStack stack) throws IOException {
        sitting.say("registering " + BenchTasks.COUNT + " tasks");
        BenchTasks tasks = new BenchTasks(
                sitting.port(Part.COLLABORATION),
                new Identity(sitting.settings(), sitting.secrets()).personToken("planner", null));
        tasks.register();
        BenchTaskLoad load = new BenchTaskLoad(sitting);
        load.reads(tasks);
        load.changes(tasks);
        new BenchDashboard(sitting).latency(tasks);
        stack.memory();
    }

    private static void reportingRound(BenchSitting sitting) throws IOException {
        sitting.say("registering " + BenchTasks.COUNT + " tasks to be reported on");
        BenchRound round = new BenchRound(sitting.settings(), sitting.secrets());
        new BenchRoundTasks(sitting.settings(), sitting.secrets()).register();
        BenchCheckpoints checkpoints = new BenchCheckpoints(sitting);
        checkpoints.openings(round);
        checkpoints.filing(round);
    }

    private static void reports(BenchSitting sitting, Path folder) throws IOException {
        sitting.say("making plans to report on");
        sitting.settle();
        BenchReports reports = new BenchReports(sitting);
        reports.prepare(BenchRound.PLAN, BenchRound.FIRST_PERIOD);
        sitting.say("reading reports");
        reports.asJson();
        reports.asPdf();
        new BenchWorkbook(sitting, folder).read(BenchReports.LARGE);
    }
}
