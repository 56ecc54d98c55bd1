package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A plan with a thousand tasks in progress, to be read and moved between two statuses. */
final class BenchTasks {
    static final int COUNT = 1_000;
    /** The first number: all codes have the same form from here on. */
    static final int FIRST = 100;

    private static final String PLAN = "BENCH";

    private final int port;
    private final String authorization;
    private final String[] tags = new String[COUNT];
    private final boolean[] held = new boolean[COUNT];

    BenchTasks(int port, String token) {
        this.port = port;
        this.authorization = "Authorization: Bearer " + token;
    }

    void register() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            JsonObject plan = new JsonObject()
                    .put("code", PLAN)
                    .put("title", new JsonObject().put("ko", "성능 측정"))
                    .put("leadAgency", "KCS")
                    .put("declaredTaskCount", COUNT);
            expect(201, connection.exchange(RawConnection.post("/api/v1/plans", plan.encode(), authorization)));
            for (int i = 0; i < COUNT; i++) {
                expect(201, connection.exchange(RawConnection.post("/api/v1/tasks", task(i), authorization)));
                tags[i] = connection.header("etag");
                move(connection, i, "SELECTED");
                move(connection, i, "IN_PROGRESS");
            }
        }
    }

    /** Reads again where each task stands, after the reference moved the rows on. */
    void refresh() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            HttpResponse<String> answer =
                    Http.get("http://" + Ports.HOST + ":" + port + "/api/v1/tasks/" + code(i), null);
            expect(200, answer.statusCode());
            tags[i] = answer.headers().firstValue("etag").orElseThrow();
            held[i] = new JsonObject(answer.body()).getString("status").equals("ON_HOLD");
        }
    }

    List<Load.Step> readers() {
        byte[][] requests = new byte[COUNT][];
        Arrays.setAll(requests, i -> RawConnection.get("/api/v1/tasks/" + code(i)));
        List<Load.Step> steps = new ArrayList<>();
        for (int i = 0; i < Load.CONNECTIONS; i++) {
            steps.add(connection -> expect(
                    200,
                    connection.exchange(requests[ThreadLocalRandom.current().nextInt(COUNT)])));
        }
        return steps;
    }

    /** Each connection has tasks of its own, so that none is refused because another was faster. */
    List<Load.Step> movers() {
        List<Load.Step> steps = new ArrayList<>();
        for (int i = 0; i < Load.CONNECTIONS; i++) {
            int own = i;
            int[] turn = {0};
            steps.add(connection -> {
                int task = own + Load.CONNECTIONS * (turn[0]++ % (COUNT / Load.CONNECTIONS));
                swing(connection, task);
            });
        }
        return steps;
    }

    /** Puts a task on hold, or takes it up again; returns its code. */
    String swing(RawConnection connection, int task) throws IOException {
        move(connection, task, held[task] ? "IN_PROGRESS" : "ON_HOLD");
        held[task] = !held[task];
        return code(task);
    }

    static String code(int task) {
        return PLAN + "-" + (FIRST + task);
    }

    private void move(RawConnection connection, int task, String to) throws IOException {
        byte[] request = RawConnection.post(
                "/api/v1/tasks/" + code(task) + "/status-transitions",
                "{\"to\":\"" + to + "\",\"reason\":\"측정\"}",
                authorization,
                "If-Match: " + tags[task]);
        expect(201, connection.exchange(request));
        tags[task] = connection.header("etag");
    }

    private static String task(int number) {
        return new JsonObject()
                .put("plan", PLAN)
                .put("no", FIRST + number)
                .put("title", new JsonObject().put("ko", "측정용 과제 " + number).put("en", "Task to be measured " + number))
                .put("visibility", "PUBLIC")
                .put(
                        "participations",
                        new JsonArray()
                                .add(new JsonObject().put("agency", "KCS").put("role", "LEAD"))
                                .add(new JsonObject().put("agency", "MOTIE").put("role", "PARTNER")))
                .put("measures", new JsonArray().add("하나").add("둘"))
                .encode();
    }

    private static void expect(int wanted, int status) throws IOException {
        if (status != wanted) {
            throw new IOException("answered " + status + " instead of " + wanted);
        }
    }
}
