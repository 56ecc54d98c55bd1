package kcs.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A plan with a thousand tasks in progress on which three agencies report, cycle after cycle. */
final class BenchRound {
    static final List<String> AGENCIES = List.of("KCS", "MOTIE", "DAPA");
    static final String PLAN = "BENCH-ROUND";
    static final String FIRST_PERIOD = "2030-01";

    private static final String SUBMISSION = new JsonObject()
            .put("kind", "PROGRESS")
            .put("percentComplete", 40)
            .put("declaredHealth", "ON_TRACK")
            .put("achievements", "측정용 실적: 기관 간 연계 시험을 마치고 시범 운영을 시작함")
            .put("issues", "없음")
            .put("nextSteps", "전면 시행")
            .encode();

    private final Settings settings;
    private final String planner;
    private final List<String> reporters = new ArrayList<>();
    private final List<Queue<String>> expected = new ArrayList<>();
    private YearMonth newest = YearMonth.parse(FIRST_PERIOD).minusMonths(1);

    BenchRound(Settings settings, Secrets secrets) throws IOException {
        this.settings = settings;
        Identity identity = new Identity(settings, secrets);
        planner = bearer(identity.personToken("planner", null));
        for (String agency : AGENCIES) {
            reporters.add(bearer(identity.personToken("reporter", agency)));
            expected.add(new ConcurrentLinkedQueue<>());
        }
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    /** Opens another cycle; returns how long that took. */
    Duration open() throws IOException {
        newest = newest.plusMonths(1);
        String period = period();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        JsonObject cycle = new JsonObject()
                .put("plan", PLAN)
                .put("period", period)
                .put("opensOn", today.plusDays(20).toString())
                .put("nominalDueOn", today.plusDays(30).toString())
                .put("locksOn", today.plusDays(60).toString());
        try (RawConnection connection = new RawConnection(settings.port(Part.PROGRESS))) {
            expect(201, connection.exchange(RawConnection.post("/api/v1/cycles", cycle.encode(), planner)));
            byte[] request = RawConnection.post(
                    "/api/v1/cycles/" + PLAN + "-" + period + "/status-transitions",
                    "{\"to\":\"OPEN\",\"reason\":\"측정\"}",
                    planner,
                    "If-Match: \"0\"");
            long began = System.nanoTime();
            expect(201, connection.exchange(request));
            long took = System.nanoTime() - began;
            expect(period);
            return Duration.ofNanos(took);
        }
    }

    /** Each files what is expected next of its agency; there must be enough of it. */
    List<Load.Step> filers() {
        List<Load.Step> steps = new ArrayList<>();
        for (int i = 0; i < Load.CONNECTIONS; i++) {
            int agency = i % AGENCIES.size();
            steps.add(connection -> {
                String checkpoint = expected.get(agency).poll();
                if (checkpoint == null) {
                    throw new IOException("nothing is left to be filed");
                }
                byte[] request = RawConnection.post(
                        "/api/v1/checkpoints/" + checkpoint + "/submissions",
                        SUBMISSION,
                        reporters.get(agency),
                        "If-Match: \"0\"");
                expect(201, connection.exchange(request));
            });
        }
        return steps;
    }

    /** Opens cycles until each agency has so many to file. */
    void supply(int each) throws IOException {
        while (expected.stream().mapToInt(Queue::size).min().orElse(0) < each) {
            open();
        }
    }

    /** The same for pgbench, on the checkpoints of a cycle that nobody else files. */
    String script() throws IOException {
        open();
        expected.forEach(checkpoints -> checkpoints.removeIf(id -> id.contains("." + period() + ".")));
        try (InputStream script = BenchRound.class.getResourceAsStream("bench/submission.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{first}", Integer.toString(BenchTasks.FIRST))
                    .replace("{last}", Integer.toString(BenchTasks.FIRST + BenchTasks.COUNT - 1))
                    .replace("{period}", period())
                    .replace("{content}", SUBMISSION);
        }
    }

    /** The newest one. */
    String cycle() {
        return PLAN + "-" + period();
    }

    private String period() {
        return newest.toString();
    }

    private void expect(String period) {
        for (int task = 0; task < BenchTasks.COUNT; task++) {
            for (int agency = 0; agency < AGENCIES.size(); agency++) {
                expected.get(agency).add(code(task) + "." + period + "." + AGENCIES.get(agency));
            }
        }
    }

    static String code(int task) {
        return PLAN + "-" + (BenchTasks.FIRST + task);
    }

    static void expect(int wanted, int status) throws IOException {
        if (status != wanted) {
            throw new IOException("answered " + status + " instead of " + wanted);
        }
    }
}
