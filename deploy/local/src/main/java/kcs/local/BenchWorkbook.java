package kcs.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How fast a portfolio of a hundred thousand checkpoints becomes a workbook: by its writer alone, and through the API. */
final class BenchWorkbook {
    private static final int WORKBOOKS = 3;
    private static final long SLACK = 64L << 20;

    private final BenchSitting sitting;
    private final Path folder;
    private final String token;

    BenchWorkbook(BenchSitting sitting, Path folder) throws IOException {
        this.sitting = sitting;
        this.folder = folder;
        this.token =
                BenchRound.bearer(new Identity(sitting.settings(), sitting.secrets()).personToken("planner", null));
    }

    void read(String plan) throws IOException {
        Path csv = folder.resolve("report.csv");
        download(plan, "csv", csv);
        WorkbookWriters writers = WorkbookWriters.measured(sitting.settings(), csv);
        sitting.table()
                .ratio(
                        "the cells of a portfolio of 102,000 checkpoints, at hand, written as XLSX, in rows",
                        writers.ours(),
                        "bare fastexcel, the same cells, in turn in one process",
                        writers.bare(),
                        0.5);
        throughTheApi(plan, writers);
    }

    /** The first is not counted: the service is to be warm. */
    private void throughTheApi(String plan, WorkbookWriters writers) throws IOException {
        AtomicLong highest = new AtomicLong();
        long before = 0;
        double seconds = 0;
        for (int i = 0; i <= WORKBOOKS; i++) {
            before = i == 1 ? memory() : before;
            double took = watched(highest, () -> download(plan, "xlsx", folder.resolve("report.xlsx")));
            highest.set(i == 0 ? 0 : highest.get());
            seconds += i == 0 ? 0 : took / WORKBOOKS;
        }
        sitting.table()
                .beside(
                        "the same through the API: read, judged, written and sent",
                        writers.rows() / seconds,
                        "bare fastexcel, as above",
                        writers.bare());
        sitting.table()
                .row(
                        "memory of progress-service before, while (highest) and after that",
                        "%,d MB, %,d MB, %,d MB".formatted(before >> 20, highest.get() >> 20, memory() >> 20),
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

    private double watched(AtomicLong highest, Download download) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!done.get()) {
                highest.accumulateAndGet(memory(), Math::max);
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

    private long memory() {
        return sitting.stack().find(Part.PROGRESS).map(Processes::memory).orElse(0L);
    }

    private double download(String plan, String format, Path file) throws IOException {
        long began = System.nanoTime();
        try (RawConnection connection = new RawConnection(sitting.port(Part.PROGRESS));
                OutputStream to = Files.newOutputStream(file)) {
            BenchReports.expect(connection.exchange(RawConnection.get(BenchReports.path(plan, format), token), to));
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
