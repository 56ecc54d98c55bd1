package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
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

    /** Every column but those that the database works out for itself. */
    private static final String COLUMNS =
            "id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,"
                    + " extended_due_on, returned_due_on, first_submitted_at, last_submitted_at, latest_no, accepted_no,"
                    + " accepted_percent, accepted_health, submitted_by, reason, version, changed_at";

    private static final String SUBMISSION = new JsonObject()
            .put("kind", "PROGRESS")
            .put("percentComplete", 40)
            .put("declaredHealth", "ON_TRACK")
            .put("achievements", "측정용 실적: 기관 간 연계 시험을 마치고 시범 운영을 시작함")
            .put("issues", "없음")
            .put("nextSteps", "전면 시행")
            .encode();

    private final Settings settings;
    private final Secrets secrets;
    private final String planner;
    private final List<String> reporters = new ArrayList<>();
    private final List<Queue<String>> expected = new ArrayList<>();
    private int year = 2030;
    private int month;

    BenchRound(Settings settings, Secrets secrets) throws IOException {
        this.settings = settings;
        this.secrets = secrets;
        Identity identity = new Identity(settings, secrets);
        planner = bearer(identity.personToken("planner", null));
        for (String agency : AGENCIES) {
            reporters.add(bearer(identity.personToken("reporter", agency)));
            expected.add(new ConcurrentLinkedQueue<>());
        }
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    void register() throws IOException {
        try (RawConnection connection = new RawConnection(settings.port(Part.COLLABORATION))) {
            JsonObject plan = new JsonObject()
                    .put("code", PLAN)
                    .put("title", new JsonObject().put("ko", "이행점검 성능 측정"))
                    .put("leadAgency", "KCS");
            expect(201, connection.exchange(RawConnection.post("/api/v1/plans", plan.encode(), planner)));
            for (int i = 0; i < BenchTasks.COUNT; i++) {
                expect(201, connection.exchange(RawConnection.post("/api/v1/tasks", task(i), planner)));
                move(connection, code(i), "SELECTED");
                move(connection, code(i), "IN_PROGRESS");
            }
        }
        String known = "SELECT count(*) FROM known_task WHERE plan = '" + PLAN + "' AND status = 'IN_PROGRESS'";
        if (!Waiting.until(Duration.ofSeconds(120), () -> number(known) == BenchTasks.COUNT)) {
            throw new IOException("progress-service does not know the tasks");
        }
    }

    /** Opens another cycle; returns how long that took. */
    Duration open() throws IOException {
        String period = nextPeriod();
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

    /**
     * Writes the rows of the newest cycle once more, into a table of the same make that holds those of the cycles before;
     * returns how long that took.
     */
    Duration insertBare() throws IOException {
        String newest = "cycle = '" + PLAN + "-" + period() + "'";
        String copy = "INSERT INTO bench_rows (" + COLUMNS + ") SELECT " + COLUMNS + " FROM checkpoint WHERE ";
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_rows");
            statement.execute("CREATE TABLE bench_rows (LIKE checkpoint INCLUDING ALL)");
            statement.execute(copy + "NOT " + newest);
            long began = System.nanoTime();
            int rows = statement.executeUpdate(copy + newest);
            long took = System.nanoTime() - began;
            statement.execute("DROP TABLE bench_rows");
            if (rows != BenchTasks.COUNT * AGENCIES.size()) {
                throw new IOException(rows + " checkpoints instead of " + BenchTasks.COUNT * AGENCIES.size());
            }
            return Duration.ofNanos(took);
        } catch (SQLException e) {
            throw new IOException("the reference failed: " + e.getMessage(), e);
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

    private String period() {
        return "%d-%02d".formatted(year, month);
    }

    private String nextPeriod() {
        month++;
        if (month > 12) {
            month = 1;
            year++;
        }
        return period();
    }

    private void expect(String period) {
        for (int task = 0; task < BenchTasks.COUNT; task++) {
            for (int agency = 0; agency < AGENCIES.size(); agency++) {
                expected.get(agency).add(code(task) + "." + period + "." + AGENCIES.get(agency));
            }
        }
    }

    private static String code(int task) {
        return PLAN + "-" + (BenchTasks.FIRST + task);
    }

    private void move(RawConnection connection, String code, String to) throws IOException {
        String tag = connection.header("etag");
        byte[] request = RawConnection.post(
                "/api/v1/tasks/" + code + "/status-transitions",
                "{\"to\":\"" + to + "\",\"reason\":\"측정\"}",
                planner,
                "If-Match: " + tag);
        expect(201, connection.exchange(request));
    }

    private static String task(int number) {
        JsonArray parts = new JsonArray();
        for (String agency : AGENCIES) {
            parts.add(new JsonObject().put("agency", agency).put("role", agency.equals("KCS") ? "LEAD" : "PARTNER"));
        }
        return new JsonObject()
                .put("plan", PLAN)
                .put("no", BenchTasks.FIRST + number)
                .put("title", new JsonObject().put("ko", "점검 측정용 과제 " + number))
                .put("visibility", "PUBLIC")
                .put("startsOn", "2024-07-01")
                .put("endsOn", "2030-12-31")
                .put("participations", parts)
                .encode();
    }

    private long number(String query) {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        return OwnerConnection.to(Part.PROGRESS, settings, secrets);
    }

    private static void expect(int wanted, int status) throws IOException {
        if (status != wanted) {
            throw new IOException("answered " + status + " instead of " + wanted);
        }
    }
}
