package kcs.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP, with a limit that a test reaches. */
class RateLimitTest {
    private static final int BURST = 3;

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private record Few(long perSecond, long burst) implements RateLimit.Settings {}

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Answers every request that is let through with 204. */
    private static HttpServer serve() {
        Problems problems = new Problems(new ProblemTexts(), new ObjectMapper(), List.of());
        Filters filters = new Filters();
        new RateLimit(new Few(1, BURST), problems).register(filters);
        Router router = Router.router(VERTX);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route().handler(request -> request.response().setStatusCode(204).end());
        return VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks", "/open/v1/tasks"})
    void refusesAClientThatAsksTooMuchAndSaysWhenToComeAgain(String path) throws Exception {
        HttpServer server = serve();
        for (int i = 0; i < BURST; i++) {
            assertThat(ask(server, path).statusCode()).isEqualTo(204);
        }
        HttpResponse<String> answer = ask(server, path);
        // On a machine that stood still meanwhile there is room again.
        for (int i = 0; answer.statusCode() == 204 && i < 1_000; i++) {
            answer = ask(server, path);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("/problems/too-many-requests");
    }

    private static HttpResponse<String> ask(HttpServer server, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
