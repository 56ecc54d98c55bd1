package kcs.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Reads portfolios of a plan of thirty tasks, and of one with a hundred thousand checkpoints, through the API. */
final class BenchReports {
    private static final String SMALL = "BENCH-REPORT";
    private static final String LARGE = "BENCH-LARGE";
    private static final int TASKS = 30;
    private static final int CYCLES = 4;

    /** With a thousand tasks of three agencies each, more than a hundred thousand checkpoints. */
    private static final int MANY_CYCLES = 34;

    private static final int WARM_PDFS = 15;
    private static final int PDFS = 9;
    private static final int WORKBOOKS = 3;
    private static final long SLACK = 64L << 20;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int ROUNDS = 2;

    private final Settings settings;
    private final Secrets secrets;
    private final String token;
    private final BenchTable table;

    BenchReports(Settings settings, Secrets secrets, BenchTable table) throws IOException {
        this.settings = settings;
        this.secrets = secrets;
        this.table = table;
        this.token = "Authorization: Bearer " + new Identity(settings, secrets).personToken("planner", null);
    }

    /** Makes both plans out of what was told of the round and one of its cycles. */
    void prepare(String round, String period) throws IOException {
        String script = resource("report-plans.sql")
                .replace("{small}", SMALL)
                .replace("{large}", LARGE)
                .replace("{round}", round)
                .replace("{period}", period)
                .replace("{first}", Integer.toString(BenchTasks.FIRST))
                .replace("{tasks}", Integer.toString(TASKS))
                .replace("{allTasks}", Integer.toString(BenchTasks.COUNT))
                .replace("{smallCycles}", Integer.toString(CYCLES))
                .replace("{largeCycles}", Integer.toString(MANY_CYCLES));
        try (Connection owner = OwnerConnection.to(Part.PROGRESS, settings, secrets);
                Statement statement = owner.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IOException("the plans to report on could not be made: " + e.getMessage(), e);
        }
    }

    void asJson(References references) throws IOException {
        int port = settings.port(Part.PROGRESS);
        byte[] request = RawConnection.get(path(SMALL, "json"), token);
        List<Load.Step> readers = Collections.nCopies(Load.CONNECTIONS, connection -> read(connection, request));
        Load.warmUp(port, readers);
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < ROUNDS; i++) {
            theirs += references
                            .progress(resource("portfolio.sql").replace("{plan}", SMALL), ROUND)
                            .orElse(Double.NaN)
                    / ROUNDS;
            ours += Load.perSecond(port, ROUND, readers) / ROUNDS;
        }
        table.ratio(
                "portfolio as JSON, 30 tasks, 360 checkpoints, 16 connections",
                ours,
                "pgbench, the same statements in one transaction",
                theirs,
                0.4);
    }

    void asPdf() throws IOException {
        byte[] request = RawConnection.get(path(SMALL, "pdf"), token);
        List<Double> seconds = new ArrayList<>();
        try (RawConnection connection = new RawConnection(settings.port(Part.PROGRESS))) {
            for (int i = 0; i < WARM_PDFS + PDFS; i++) {
                long began = System.nanoTime();
                read(connection, request);
                if (i >= WARM_PDFS) {
                    seconds.add((System.nanoTime() - began) / 1e9);
                }
            }
        }
        double median = seconds.stream().sorted().skip(PDFS / 2).findFirst().orElseThrow();
        table.row(
                "the same portfolio as PDF, warm, one after the other",
                "median %.2f s".formatted(median),
                "",
                "",
                "≤ 1 s",
                median <= 1);
    }

    /** The first is not counted: service and bare writer are to be warm alike. */
    void asWorkbook(Stack stack, Path folder) throws IOException {
        Path csv = folder.resolve("report.csv");
        download("csv", csv);
        BareWorkbook bare = BareWorkbook.of(Files.readAllLines(csv, StandardCharsets.UTF_8));
        AtomicLong highest = new AtomicLong();
        long before = 0;
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i <= WORKBOOKS; i++) {
            double bareSeconds = bare.write();
            before = i == 1 ? memory(stack) : before;
            double seconds = watched(stack, highest, () -> download("xlsx", folder.resolve("report.xlsx")));
            highest.set(i == 0 ? 0 : highest.get());
            ours += i == 0 ? 0 : seconds / WORKBOOKS;
            theirs += i == 0 ? 0 : bareSeconds / WORKBOOKS;
        }
        table.ratio(
                "portfolio as XLSX, 102,000 checkpoints, in rows",
                bare.rows() / ours,
                "bare fastexcel, the same cells from memory",
                bare.rows() / theirs,
                0.5);
        table.row(
                "memory of progress-service before, while (highest) and after that",
                "%,d MB, %,d MB, %,d MB".formatted(before >> 20, highest.get() >> 20, memory(stack) >> 20),
                "",
                "",
                "+ ≤ 64 MB",
                highest.get() <= before + SLACK);
    }

    /** Does something that takes a time, and returns how many seconds. */
    @FunctionalInterface
    private interface Download {
        double seconds() throws IOException;
    }

    private static double watched(Stack stack, AtomicLong highest, Download download) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!done.get()) {
                highest.accumulateAndGet(memory(stack), Math::max);
                Waiting.until(Duration.ofMillis(200), done::get);
            }
        });
        watch.start();
        try {
            return download.seconds();
        } finally {
            done.set(true);
            try {
                watch.join();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long memory(Stack stack) {
        return stack.find(Part.PROGRESS).map(Processes::memory).orElse(0L);
    }

    private double download(String format, Path file) throws IOException {
        long began = System.nanoTime();
        try (RawConnection connection = new RawConnection(settings.port(Part.PROGRESS));
                OutputStream to = Files.newOutputStream(file)) {
            expect(connection.exchange(RawConnection.get(path(LARGE, format), token), to));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static String path(String plan, String format) {
        return "/api/v1/reports/portfolio?plan=" + plan + "&format=" + format;
    }

    private static void read(RawConnection connection, byte[] request) throws IOException {
        expect(connection.exchange(request));
    }

    private static void expect(int status) throws IOException {
        if (status != 200) {
            throw new IOException("a report was answered with " + status);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = BenchReports.class.getResourceAsStream("bench/" + name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
