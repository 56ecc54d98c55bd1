package kcs.local;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast the dashboard is read, and how soon a change is seen on it. */
final class BenchDashboard {
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final BenchSitting sitting;

    BenchDashboard(BenchSitting sitting) {
        this.sitting = sitting;
    }

    void snapshot() throws IOException {
        sitting.say("reading the dashboard");
        int port = sitting.port(Part.PROGRESS);
        String url = sitting.settings().url(Part.PROGRESS) + "/api/v1/dashboard";
        HttpResponse<String> answer = Http.get(url, null);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        List<Load.Step> readers = same("/api/v1/dashboard", 200);
        Load.warmUp(port, readers);
        double ours = 0;
        double theirs = 0;
        String by;
        int referencePort = Ports.free();
        try (References.Served served = sitting.references().serve(bytes, referencePort)) {
            by = served.by();
            for (int i = 0; i < BenchSitting.ROUNDS; i++) {
                theirs += Load.perSecond(referencePort, BenchSitting.ROUND, same("/dashboard", 200))
                        / BenchSitting.ROUNDS;
                ours += Load.perSecond(port, BenchSitting.ROUND, readers) / BenchSitting.ROUNDS;
            }
        }
        sitting.table().ratio("dashboard snapshot (" + bytes.length / 1024 + " KB)", ours, by, theirs, 0.8);
        String tag = answer.headers().firstValue("etag").orElse("");
        List<Load.Step> revalidating = same("/api/v1/dashboard", 304, "If-None-Match: " + tag);
        double notModified = Load.perSecond(port, BenchSitting.ROUND, revalidating);
        sitting.table().plain("the same with If-None-Match: 304", "%,.0f/s".formatted(notModified));
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

    void latency(BenchTasks tasks) throws IOException {
        sitting.say("watching changes");
        sitting.settle();
        Latencies latencies = new Latencies(sitting.settings());
        latencies.commitToStream(tasks, WARM_UP);
        Latencies.Sample alone = latencies.kafkaAlone(BenchSitting.ROUND);
        Latencies.Sample sample = latencies.commitToStream(tasks, BenchSitting.ROUND.multipliedBy(2));
        double median = sample.percentile(0.5);
        double tail = sample.percentile(0.99);
        sitting.table()
                .row(
                        "change sent → SSE at 100 changes/s, warm",
                        milliseconds(median, tail),
                        "bare Kafka client pair: " + milliseconds(alone.percentile(0.5), alone.percentile(0.99)),
                        "",
                        "p50 ≤ 15 ms, p99 ≤ 60 ms",
                        median <= 15 && tail <= 60);
    }

    private static String milliseconds(double median, double tail) {
        return "p50 %.1f ms, p99 %.1f ms".formatted(median, tail);
    }
}
