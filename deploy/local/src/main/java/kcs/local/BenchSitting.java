package kcs.local;

import java.io.IOException;
import java.time.Duration;

/**
 * What is measured in one sitting: the running stack and its references, on the same machine, one after the other.
 *
 * @param table what was found
 */
record BenchSitting(Settings settings, Secrets secrets, Stack stack, References references, BenchTable table) {
    /** How long one side is measured before it is the other's turn. */
    static final Duration ROUND = Duration.ofSeconds(8);

    static final int ROUNDS = 2;

    int port(Part part) {
        return settings.port(part);
    }

    void say(String what) {
        System.out.println("bench: " + what);
    }

    /** What was told before is not to be carried while something is measured. */
    void settle() {
        Waiting.until(Duration.ofSeconds(120), this::dashboardHasCaughtUp);
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
}
