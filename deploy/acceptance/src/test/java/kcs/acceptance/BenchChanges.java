package kcs.acceptance;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts tasks on hold and goes on with them, one after the other and evenly in time. */
final class BenchChanges {
    private static final int AT_ONCE = 8;

    private final Suite suite;
    private final String planner;
    private final Map<String, Boolean> held = new ConcurrentHashMap<>();

    /** @param at the time that it bears, taken in its transaction, so that it is committed a little later */
    record Change(String task, Instant at) {}

    BenchChanges(Suite suite, String planner) {
        this.suite = suite;
        this.planner = planner;
    }

    /** Makes so many, so many a second, of these tasks in turn. */
    List<Change> make(List<String> tasks, int count, int perSecond) {
        Queue<Change> made = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            AtomicInteger next = new AtomicInteger();
            long period = 1_000_000_000L / perSecond;
            clock.scheduleAtFixedRate(
                    () -> {
                        int i = next.getAndIncrement();
                        if (i < count) {
                            senders.execute(() -> change(tasks.get(i % tasks.size()), made, failed));
                        } else {
                            clock.shutdown();
                        }
                    },
                    0,
                    period,
                    TimeUnit.NANOSECONDS);
            if (!clock.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the changes did not end");
            }
            senders.shutdown();
            if (!senders.awaitTermination(5, TimeUnit.MINUTES) || failed.get() > 0) {
                throw new IllegalStateException(failed.get() + " changes were refused");
            }
            return List.copyOf(made);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(told);
        } finally {
            clock.shutdownNow();
            senders.shutdownNow();
        }
    }

    private void change(String task, Queue<Change> made, AtomicInteger failed) {
        boolean hold = held.merge(task, true, (before, any) -> !before);
        String tag = suite.tag("/api/v1/tasks/" + task, planner);
        HttpResponse<String> answer = suite.move(task, tag, hold ? "ON_HOLD" : "IN_PROGRESS", "측정", planner);
        if (answer.statusCode() == 201) {
            made.add(new Change(
                    task, Instant.parse(Suite.parsed(answer).get("changedAt").asText())));
        } else {
            failed.incrementAndGet();
        }
    }

    double seconds(Runnable doing) {
        long began = System.nanoTime();
        doing.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
