package kcs.local;

import java.io.IOException;

/** How fast the services start, and what memory the whole stack takes. */
final class BenchStack {
    private static final long GIGABYTE = 1L << 30;

    private final BenchSitting sitting;

    BenchStack(BenchSitting sitting) {
        this.sitting = sitting;
    }

    void starts() throws IOException {
        sitting.say("starting each service a second time");
        double slowest = 0;
        StringBuilder all = new StringBuilder();
        for (Part service : Part.SERVICES) {
            double seconds = sitting.stack().restart(service);
            slowest = Math.max(slowest, seconds);
            all.append(all.isEmpty() ? "" : ", ").append("%s %.1f s".formatted(service.id(), seconds));
        }
        sitting.table().row("a service's start, second time", all.toString(), "", "", "≤ 4.5 s", slowest <= 4.5);
    }

    void memory() {
        long total = 0;
        for (Part part : Part.values()) {
            total += sitting.stack().find(part).map(Processes::memory).orElse(0L);
        }
        sitting.table()
                .row(
                        "memory of the whole local stack, after all of the above",
                        "%,d MB".formatted(total >> 20),
                        "",
                        "",
                        "≤ 2 GB",
                        total <= 2 * GIGABYTE);
    }
}
