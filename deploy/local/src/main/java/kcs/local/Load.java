package kcs.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop: each of the connections sends its next request when the last one is answered. */
final class Load {
    static final int CONNECTIONS = 16;

    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final int MOST_ROUNDS = 30;
    private static final int FEW = 4;

    private Load() {}

    /** What one connection does once. */
    interface Step {
        void run(RawConnection connection) throws IOException;
    }

    /** What must be there before steps can be taken. */
    interface Preparation {
        void run() throws IOException;
    }

    static void warmUp(int port, List<Step> steps) throws IOException {
        warmUp(port, steps, () -> {});
    }

    /**
     * Takes steps until they come no faster, on a few connections, so that the compiler of the service gets its share of
     * the machine: it needs minutes until it is done, and longer under full load.
     *
     * @param each is prepared before each round of them
     */
    static void warmUp(int port, List<Step> steps, Preparation each) throws IOException {
        double best = 0;
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < 2; round++) {
            each.run();
            double rate = perSecond(port, WARMING, steps.subList(0, FEW));
            idle = rate > best * 1.03 ? 0 : idle + 1;
            best = Math.max(best, rate);
        }
    }

    /** Returns how many steps a second all connections together took. */
    static double perSecond(int port, Duration duration, List<Step> steps) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (Step step : steps) {
                Callable<Long> loop = () -> loop(port, end, step);
                counts.add(threads.submit(loop));
            }
            long total = 0;
            for (Future<Long> count : counts) {
                total += count.get();
            }
            return total * 1e9 / (System.nanoTime() - began);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("the load broke off: " + e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long loop(int port, long end, Step step) throws IOException {
        long count = 0;
        try (RawConnection connection = new RawConnection(port)) {
            while (System.nanoTime() < end) {
                step.run(connection);
                count++;
            }
        }
        return count;
    }
}
