package kcs.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over HTTP, with a limit that a test reaches. */
class RateLimitTest {
    private static final int BURST = 3;

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpServer server;

    private record Few(long perSecond, long burst) implements RateLimit.Settings {}

    @BeforeAll
    static void serve() {
        RateLimit limit = new RateLimit(new Few(1, BURST), new Problems(new ProblemTexts(), new ObjectMapper()));
        Router router = Router.router(VERTX);
        router.route().handler(request -> answer(request, limit));
        server = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void answer(RoutingContext request, RateLimit limit) {
        if (limit.admits(request)) {
            request.response().setStatusCode(204).end();
        }
    }

    @Test
    void refusesAClientThatAsksTooMuchAndSaysWhenToComeAgain() throws Exception {
        for (int i = 0; i < BURST; i++) {
            assertThat(ask().statusCode()).isEqualTo(204);
        }
        HttpResponse<String> answer = ask();
        // On a machine that stood still meanwhile there is room again.
        for (int i = 0; answer.statusCode() == 204 && i < 1_000; i++) {
            answer = ask();
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("/problems/too-many-requests");
    }

    private static HttpResponse<String> ask() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/tasks");
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
