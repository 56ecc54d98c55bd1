package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Registers the plan of the {@link BenchRound} and its tasks, each with all of the agencies. */
final class BenchRoundTasks {
    private final Settings settings;
    private final Secrets secrets;
    private final String planner;

    BenchRoundTasks(Settings settings, Secrets secrets) throws IOException {
        this.settings = settings;
        this.secrets = secrets;
        planner = BenchRound.bearer(new Identity(settings, secrets).personToken("planner", null));
    }

    void register() throws IOException {
        try (RawConnection connection = new RawConnection(settings.port(Part.COLLABORATION))) {
            JsonObject plan = new JsonObject()
                    .put("code", BenchRound.PLAN)
                    .put("title", new JsonObject().put("ko", "이행점검 성능 측정"))
                    .put("leadAgency", "KCS");
            BenchRound.expect(201, connection.exchange(RawConnection.post("/api/v1/plans", plan.encode(), planner)));
            for (int i = 0; i < BenchTasks.COUNT; i++) {
                BenchRound.expect(201, connection.exchange(RawConnection.post("/api/v1/tasks", task(i), planner)));
                move(connection, BenchRound.code(i), "SELECTED");
                move(connection, BenchRound.code(i), "IN_PROGRESS");
            }
        }
        String known =
                "SELECT count(*) FROM known_task WHERE plan = '" + BenchRound.PLAN + "' AND status = 'IN_PROGRESS'";
        if (!Waiting.until(Duration.ofSeconds(120), () -> number(known) == BenchTasks.COUNT)) {
            throw new IOException("progress-service does not know the tasks");
        }
    }

    private void move(RawConnection connection, String code, String to) throws IOException {
        String tag = connection.header("etag");
        byte[] request = RawConnection.post(
                "/api/v1/tasks/" + code + "/status-transitions",
                "{\"to\":\"" + to + "\",\"reason\":\"측정\"}",
                planner,
                "If-Match: " + tag);
        BenchRound.expect(201, connection.exchange(request));
    }

    private static String task(int number) {
        JsonArray parts = new JsonArray();
        for (String agency : BenchRound.AGENCIES) {
            parts.add(new JsonObject().put("agency", agency).put("role", agency.equals("KCS") ? "LEAD" : "PARTNER"));
        }
        return new JsonObject()
                .put("plan", BenchRound.PLAN)
                .put("no", BenchTasks.FIRST + number)
                .put("title", new JsonObject().put("ko", "점검 측정용 과제 " + number))
                .put("visibility", "PUBLIC")
                .put("startsOn", "2024-07-01")
                .put("endsOn", "2030-12-31")
                .put("participations", parts)
                .encode();
    }

    private long number(String query) {
        try (Connection owner = OwnerConnection.to(Part.PROGRESS, settings, secrets);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
