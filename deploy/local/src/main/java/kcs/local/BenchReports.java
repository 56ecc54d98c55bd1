package kcs.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes a plan of thirty tasks and one with a hundred thousand checkpoints to report on, and reads portfolios of the small
 * one.
 */
final class BenchReports {
    private static final String SMALL = "BENCH-REPORT";
    static final String LARGE = "BENCH-LARGE";
    private static final int TASKS = 30;
    private static final int CYCLES = 4;

    /** With a thousand tasks of three agencies each, more than a hundred thousand checkpoints. */
    private static final int MANY_CYCLES = 34;

    private static final int WARM_PDFS = 15;
    private static final int PDFS = 9;

    private final BenchSitting sitting;
    private final String token;

    BenchReports(BenchSitting sitting) throws IOException {
        this.sitting = sitting;
        this.token =
                BenchRound.bearer(new Identity(sitting.settings(), sitting.secrets()).personToken("planner", null));
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
        try (Connection owner = OwnerConnection.to(Part.PROGRESS, sitting.settings(), sitting.secrets());
                Statement statement = owner.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IOException("the plans to report on could not be made: " + e.getMessage(), e);
        }
    }

    void asJson() throws IOException {
        int port = sitting.port(Part.PROGRESS);
        byte[] request = RawConnection.get(path(SMALL, "json"), token);
        List<Load.Step> readers = Collections.nCopies(Load.CONNECTIONS, connection -> read(connection, request));
        Load.warmUp(port, readers);
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < BenchSitting.ROUNDS; i++) {
            theirs += sitting.references()
                            .progress(resource("portfolio.sql").replace("{plan}", SMALL), BenchSitting.ROUND)
                            .orElse(Double.NaN)
                    / BenchSitting.ROUNDS;
            ours += Load.perSecond(port, BenchSitting.ROUND, readers) / BenchSitting.ROUNDS;
        }
        sitting.table()
                .ratio(
                        "portfolio as JSON, 30 tasks, 360 checkpoints, 16 connections",
                        ours,
                        "pgbench, the same statements in one transaction",
                        theirs,
                        0.4);
    }

    void asPdf() throws IOException {
        byte[] request = RawConnection.get(path(SMALL, "pdf"), token);
        List<Double> seconds = new ArrayList<>();
        try (RawConnection connection = new RawConnection(sitting.port(Part.PROGRESS))) {
            for (int i = 0; i < WARM_PDFS + PDFS; i++) {
                long began = System.nanoTime();
                read(connection, request);
                if (i >= WARM_PDFS) {
                    seconds.add((System.nanoTime() - began) / 1e9);
                }
            }
        }
        double median = seconds.stream().sorted().skip(PDFS / 2).findFirst().orElseThrow();
        sitting.table()
                .row(
                        "the same portfolio as PDF, warm, one after the other",
                        "median %.2f s".formatted(median),
                        "",
                        "",
                        "≤ 1 s",
                        median <= 1);
    }

    static String path(String plan, String format) {
        return "/api/v1/reports/portfolio?plan=" + plan + "&format=" + format;
    }

    private static void read(RawConnection connection, byte[] request) throws IOException {
        expect(connection.exchange(request));
    }

    static void expect(int status) throws IOException {
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
