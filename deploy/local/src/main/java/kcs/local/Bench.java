package kcs.local;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Measures the running stack beside its references, in one sitting, and says which floors hold. */
final class Bench {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int ROUNDS = 2;
    private static final int WARM_OPENINGS = 5;
    private static final int OPENINGS = 5;

    /** More than an agency's share of what is filed in one round. */
    private static final int ENOUGH = 4_000;

    private static final long GIGABYTE = 1L << 30;

    private final Settings settings = Settings.from(System.getenv());
    private final Secrets secrets = Secrets.in(settings.data());
    private final Stack stack = new Stack(settings, System.out);
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
        Path folder = Files.createTempDirectory("kcs-bench-");
        References references = new References(settings, secrets, folder);
        starts();
        // With the shipped catalogue on it, and while nothing changes it.
        snapshot(references);
        say("registering " + BenchTasks.COUNT + " tasks");
        BenchTasks tasks = new BenchTasks(
                settings.port(Part.COLLABORATION), new Identity(settings, secrets).personToken("planner", null));
        tasks.register();
        reads(references, tasks);
        changes(references, tasks);
        latency(tasks);
        memory();
        reportingRound(references);
        reports(references, folder);
        Folders.delete(folder);
    }

    private void reads(References references, BenchTasks tasks) throws IOException {
        say("reading tasks");
        int port = settings.port(Part.COLLABORATION);
        Load.warmUp(port, tasks.readers());
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < ROUNDS; i++) {
            theirs += references.reads(ROUND).orElse(Double.NaN) / ROUNDS;
            ours += Load.perSecond(port, ROUND, tasks.readers()) / ROUNDS;
        }
        table.ratio("read a task by code, 16 connections", ours, "pgbench, prepared select of the row", theirs, 0.3);
        double through = Load.perSecond(settings.port(Part.FRONT_DOOR), ROUND, tasks.readers());
        table.plain("the same through the front door", "%,.0f/s".formatted(through));
    }

    private void changes(References references, BenchTasks tasks) throws IOException {
        say("changing tasks");
        int port = settings.port(Part.COLLABORATION);
        Load.warmUp(port, tasks.movers());
        double ours = 0;
        double theirs = 0;
        Map<Part, Double> spent = new EnumMap<>(Part.class);
        for (int i = 0; i < ROUNDS; i++) {
            OptionalDouble reference = references.changes(ROUND);
            theirs += reference.orElse(Double.NaN) / ROUNDS;
            tasks.refresh();
            Map<Part, Duration> before = processorTimes();
            double perSecond = Load.perSecond(port, ROUND, tasks.movers());
            double changes = perSecond * ROUND.toSeconds();
            processorTimes()
                    .forEach((part, now) ->
                            spent.merge(part, now.minus(before.get(part)).toMillis() / changes / ROUNDS, Double::sum));
            ours += perSecond / ROUNDS;
        }
        table.ratio(
                "change a task's status, 16 connections, 1,000 tasks",
                ours,
                "pgbench, the same statements in one transaction",
                theirs,
                0.4);
        table.plain("processor time of a change, the load generator left out", shares(spent));
    }

    private void reportingRound(References references) throws IOException {
        say("registering " + BenchTasks.COUNT + " tasks to be reported on");
        BenchRound round = new BenchRound(settings, secrets);
        round.register();
        openings(round);
        filing(references, round);
    }

    private void reports(References references, Path folder) throws IOException {
        say("making plans to report on");
        settle();
        BenchReports reports = new BenchReports(settings, secrets, table);
        reports.prepare(BenchRound.PLAN, BenchRound.FIRST_PERIOD);
        say("reading reports");
        reports.asJson(references);
        reports.asPdf();
        reports.asWorkbook(stack, folder);
    }

    private void openings(BenchRound round) throws IOException {
        say("opening cycles");
        for (int i = 0; i < WARM_OPENINGS; i++) {
            round.open();
        }
        Duration ours = Duration.ZERO;
        Duration theirs = Duration.ZERO;
        for (int i = 0; i < OPENINGS; i++) {
            settle();
            ours = ours.plus(round.open());
            settle();
            theirs = theirs.plus(round.insertBare());
        }
        double rows = (double) OPENINGS * BenchTasks.COUNT * BenchRound.AGENCIES.size();
        table.ratio(
                "open a cycle for 1,000 tasks with 3 agencies each, in checkpoints",
                rows * 1e9 / ours.toNanos(),
                "bare INSERT … SELECT of the same checkpoints, without their events",
                rows * 1e9 / theirs.toNanos(),
                0.3);
    }

    private void filing(References references, BenchRound round) throws IOException {
        say("filing checkpoints");
        int port = settings.port(Part.PROGRESS);
        Load.warmUp(port, round.filers(), () -> {
            round.supply(ENOUGH);
            settle();
        });
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < ROUNDS; i++) {
            round.supply(ENOUGH);
            settle();
            theirs += references.submissions(round, ROUND).orElse(Double.NaN) / ROUNDS;
            settle();
            ours += Load.perSecond(port, ROUND, round.filers()) / ROUNDS;
        }
        table.ratio(
                "file a checkpoint, 16 connections",
                ours,
                "pgbench, the same statements in one transaction",
                theirs,
                0.35);
    }

    /** What was told before is not to be carried while something is measured. */
    private void settle() {
        Waiting.until(Duration.ofSeconds(120), this::dashboardHasCaughtUp);
    }

    private Map<Part, Duration> processorTimes() {
        Map<Part, Duration> times = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            times.put(part, stack.find(part).map(Processes::processorTime).orElse(Duration.ZERO));
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

    private void snapshot(References references) throws IOException {
        say("reading the dashboard");
        int port = settings.port(Part.PROGRESS);
        String url = settings.url(Part.PROGRESS) + "/api/v1/dashboard";
        HttpResponse<String> answer = Http.get(url, null);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        List<Load.Step> readers = same("/api/v1/dashboard", 200);
        Load.warmUp(port, readers);
        double ours = 0;
        double theirs = 0;
        String by;
        int referencePort = Ports.free();
        try (References.Served served = references.serve(bytes, referencePort)) {
            by = served.by();
            for (int i = 0; i < ROUNDS; i++) {
                theirs += Load.perSecond(referencePort, ROUND, same("/dashboard", 200)) / ROUNDS;
                ours += Load.perSecond(port, ROUND, readers) / ROUNDS;
            }
        }
        table.ratio("dashboard snapshot (" + bytes.length / 1024 + " KB)", ours, by, theirs, 0.8);
        String tag = answer.headers().firstValue("etag").orElse("");
        List<Load.Step> revalidating = same("/api/v1/dashboard", 304, "If-None-Match: " + tag);
        double notModified = Load.perSecond(port, ROUND, revalidating);
        table.plain("the same with If-None-Match: 304", "%,.0f/s".formatted(notModified));
    }

    private static List<Load.Step> same(String path, int status, String... headers) {
        byte[] request = RawConnection.get(path, headers);
        List<Load.Step> steps = new ArrayList<>();
        for (int i = 0; i < Load.CONNECTIONS; i++) {
            steps.add(connection -> {
                int answered = connection.exchange(request);
                if (answered != status) {
                    throw new IOException("answered " + answered + " instead of " + status);
                }
            });
        }
        return steps;
    }

    private void latency(BenchTasks tasks) throws IOException {
        say("watching changes");
        Waiting.until(Duration.ofSeconds(60), this::dashboardHasCaughtUp);
        Latencies latencies = new Latencies(settings);
        latencies.commitToStream(tasks, WARM_UP);
        Latencies.Sample alone = latencies.kafkaAlone(ROUND);
        Latencies.Sample sample = latencies.commitToStream(tasks, ROUND.multipliedBy(2));
        double median = sample.percentile(0.5);
        double tail = sample.percentile(0.99);
        table.row(
                "change sent → SSE at 100 changes/s, warm",
                milliseconds(median, tail),
                "bare Kafka client pair: " + milliseconds(alone.percentile(0.5), alone.percentile(0.99)),
                "",
                "p50 ≤ 15 ms, p99 ≤ 60 ms",
                median <= 15 && tail <= 60);
    }

    private boolean dashboardHasCaughtUp() {
        try {
            String metrics = Http.get(settings.url(Part.COLLABORATION) + "/q/metrics", null)
                    .body();
            String board =
                    Http.get(settings.url(Part.PROGRESS) + "/q/metrics", null).body();
            return zero(metrics, "kcs_outbox_waiting")
                    && zero(board, "kcs_outbox_waiting")
                    && zero(board, "kcs_inbox_lag");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean zero(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .allMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) <= 0);
    }

    private void memory() {
        long total = 0;
        for (Part part : Part.values()) {
            total += stack.find(part).map(Processes::memory).orElse(0L);
        }
        table.row(
                "memory of the whole local stack, after all of the above",
                "%,d MB".formatted(total >> 20),
                "",
                "",
                "≤ 2 GB",
                total <= 2 * GIGABYTE);
    }

    private void starts() throws IOException {
        say("starting each service a second time");
        double slowest = 0;
        StringBuilder all = new StringBuilder();
        for (Part service : Part.SERVICES) {
            double seconds = stack.restart(service);
            slowest = Math.max(slowest, seconds);
            all.append(all.isEmpty() ? "" : ", ").append("%s %.1f s".formatted(service.id(), seconds));
        }
        table.row("a service's start, second time", all.toString(), "", "", "≤ 4.5 s", slowest <= 4.5);
    }

    private static String milliseconds(double median, double tail) {
        return "p50 %.1f ms, p99 %.1f ms".formatted(median, tail);
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
