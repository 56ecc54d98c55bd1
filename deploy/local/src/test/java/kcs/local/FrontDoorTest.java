package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {
    private static final AtomicBoolean WATCHER_LEFT = new AtomicBoolean();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path root;

    private static Vertx vertx;
    private static Settings settings;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, Ports.free());
        }
        settings = new Settings(root, root.resolve(".data"), ports);
        Files.createDirectories(root.resolve("docs/problems"));
        Files.writeString(root.resolve("docs/problems/stale.md"), "# Stale\n\nRead <again>, then `If-Match`.");
        Files.createDirectories(root.resolve("docs/api"));
        Files.writeString(root.resolve("docs/api/index.html"), "the book's first page");
        Files.writeString(root.resolve("docs/api/book.css"), "body {}");
        // agency-service is down all the time.
        for (Part part : List.of(Part.COLLABORATION, Part.PROGRESS, Part.KEYCLOAK)) {
            HttpServer backend = vertx.createHttpServer().requestHandler(request -> answer(part, request));
            join(backend.listen(settings.port(part), Ports.HOST));
        }
        join(vertx.deployVerticle(new FrontDoor(settings)));
    }

    @AfterAll
    static void close() throws Exception {
        join(vertx.close());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tasks, collaboration-service",
        "/api/v1/tasks/KCS-2024-01?x=%2e%2e, collaboration-service",
        "/api/v1/plans/KCS-2024, collaboration-service",
        "/api/v1/dashboard, progress-service",
        "/api/v1/opinions, progress-service",
        "/api/v1/holiday-tables/2027.1, progress-service",
        "/api/v1/business-days?nominalDueOn=2024-09-15, progress-service",
        "/open/v1/tasks?pageNo=1&numOfRows=10, progress-service",
        "/open/v1/reports/KCS-2024-S1?format=pdf, progress-service",
        "/open/v1/catalogue, progress-service",
        "/, progress-service",
        "/assets/main.js, progress-service",
        "/tasks/KCS-2024-01, progress-service",
        "/reports, progress-service",
        "/desk, progress-service",
        "/console/tasks/new, progress-service",
        "/help, progress-service",
        "/api/v1/session, progress-service",
        "/signin?return=/, progress-service",
        "/signin/callback?state=a&code=b, progress-service",
        "/signout, progress-service",
        "/auth/realms/kcs/protocol/openid-connect/token, keycloak",
        "/auth/resources/a.css, keycloak"
    })
    void passesEachAddressToItsOwner(String target, String owner) throws Exception {
        JsonObject answer = new JsonObject(get(target).body());

        assertThat(answer.getString("part")).isEqualTo(owner);
        assertThat(answer.getString("uri")).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/internal/events",
                "/%71/metrics",
                "//q/metrics",
                "/api/v1/../../q/metrics",
                "/api/v1/tasks/../../../q/metrics",
                "/api/v1/tasks/%2e%2e/%2e%2e/q",
                "/api/v1/tasks/..;/..;/q",
                "/api/v1/tasks/..%2f..%2fq",
                "/api/v1/tasks/%5c..",
                "/api/v1/./tasks",
                "/api/v1/%74asks",
                "/api/v1/tasks%00",
                "/api/v1/tasks%",
                "/api/v1/tasks\\..",
                "/api/v1/unknown",
                "/api/v1/",
                "/api/v2/tasks",
                "/API/v1/tasks",
                "/open/",
                "/signin/",
                "/signin/other",
                "/signout/",
                "/open/v1",
                "/open/v2/tasks",
                "/open/v1/../../q/metrics",
                "/auth/admin/master/console/",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/health/ready",
                "/auth/metrics",
                "/auth/realms/kcs/../master",
                "/index.html",
                "/assets/../q/health",
                "/problems/../q",
                "/problems/none-such",
                "/docs/none-such.js",
                "/docs/none-such.html",
                "/docs/../problems/stale.md",
                "/docs/api/index.html",
                "http://127.0.0.1/q/metrics"
            })
    void knowsNoOtherAddress(String target) throws Exception {
        List<String> answer = raw("GET " + target + " HTTP/1.1", "Accept-Language: en");

        assertThat(answer.get(0)).contains(" 404 ");
        JsonObject problem = new JsonObject(answer.get(answer.size() - 1));
        assertThat(problem.fieldNames()).containsExactly("type", "title", "status", "detail", "instance", "traceId");
        assertThat(problem.getString("type")).isEqualTo("/problems/not-found");
        assertThat(problem.getString("title")).isEqualTo("Not found");
    }

    @Test
    void refusesInKoreanUnlessAskedForEnglish() throws Exception {
        HttpResponse<String> answer =
                get("/nothing", "traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01");

        JsonObject problem = new JsonObject(answer.body());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("ko");
        assertThat(problem.getString("title")).isEqualTo("찾을 수 없음");
        assertThat(problem.getString("instance")).isEqualTo("/nothing");
        assertThat(problem.getString("traceId")).isEqualTo("a".repeat(32));
    }

    @Test
    void tellsTheServiceTheTruthAboutTheClient() throws Exception {
        List<String> answer = raw(
                "GET /api/v1/tasks HTTP/1.1",
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-Proto: https",
                "Forwarded: for=203.0.113.9",
                "X-Real-IP: 203.0.113.9",
                "If-None-Match: \"7\"");

        JsonObject headers = new JsonObject(answer.get(answer.size() - 1)).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("front.test:1234");
        assertThat(headers.getString("if-none-match")).isEqualTo("\"7\"");
        assertThat(headers.fieldNames()).doesNotContain("forwarded", "x-real-ip");
    }

    @Test
    void saysWhenTheOwnerIsDown() throws Exception {
        HttpResponse<String> answer = get("/api/v1/agencies", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("/problems/unavailable");
        assertThat(get("/openapi").statusCode()).isEqualTo(503);
    }

    @Test
    void streamsAtOnceAndLetsGoWhenTheWatcherLeaves() throws Exception {
        WATCHER_LEFT.set(false);
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/v1/dashboard/stream")).build();
        HttpResponse<java.io.InputStream> answer = CLIENT.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: hello");
            assertThat(WATCHER_LEFT).isFalse();
        }

        await().atMost(5, TimeUnit.SECONDS).untilTrue(WATCHER_LEFT);
    }

    @Test
    void readsProblemPagesAndTheApiReaderFromItsOwnHost() throws Exception {
        assertThat(get("/problems/stale").body())
                .contains("<h1>Stale</h1>", "<p>Read &lt;again&gt;, then <code>If-Match</code>.</p>");
        assertThat(get("/problems/stale", "Accept", "text/markdown").body()).startsWith("# Stale");
        assertThat(get("/docs/try").body()).contains("swagger-ui-bundle.js").doesNotContain("http:", "https:");
        assertThat(get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(get("/docs").statusCode()).isEqualTo(308);
    }

    @Test
    void showsTheBookOfTheApiWithoutLettingItRunAnything() throws Exception {
        HttpResponse<String> first = get("/docs/");

        assertThat(first.body()).isEqualTo("the book's first page");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'; style-src 'self'; font-src 'self';")
                .doesNotContain("script-src", "unsafe", "http");
        assertThat(get("/docs/index.html").body()).isEqualTo(first.body());
        assertThat(get("/docs/book.css").headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    }

    @Test
    void lendsItsPagesForReadingOnly() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/docs/"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();

        assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    /** What open data are, and to whom they are given, their owner says: the door asks for no token and passes questions on. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST"})
    void leavesOpenDataToTheirOwner(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/open/v1/tasks"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void passesLargeBodiesThrough() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/api/v1/tasks"))
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(3_000_000)))
                .build();

        assertThat(new JsonObject(CLIENT.send(post, BodyHandlers.ofString()).body()).getInteger("length"))
                .isEqualTo(3_000_000);
    }

    private static void answer(Part part, HttpServerRequest request) {
        if (request.path().equals("/api/v1/dashboard/stream")) {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.response().closeHandler(gone -> WATCHER_LEFT.set(true));
            request.response().write("event: hello\n\n");
            return;
        }
        JsonObject headers = new JsonObject();
        request.headers()
                .forEach(header -> headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        request.body()
                .onSuccess(body -> request.response()
                        .end(new JsonObject()
                                .put("part", part.id())
                                .put("uri", request.uri())
                                .put("headers", headers)
                                .put("length", body.length())
                                .toBuffer()));
    }

    private static HttpResponse<String> get(String target, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String target) {
        return URI.create(settings.url(Part.FRONT_DOOR) + target);
    }

    /** A client that sends what no library would. */
    private static List<String> raw(String line, String... headers) throws IOException {
        try (Socket socket = new Socket(Ports.HOST, settings.port(Part.FRONT_DOOR))) {
            String request = line + "\r\nHost: front.test:1234\r\nConnection: close\r\n" + String.join("\r\n", headers)
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    private static <T> T join(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
