package kcs.local;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one way in from outside: knows what may pass and to whom, refuses the rest, and tells the services the truth
 * about who asks. What the services keep for themselves ({@code /internal}, {@code /q}) has no route here.
 */
final class FrontDoor extends AbstractVerticle {
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 32 * 1024;
    /** Longer than the heartbeat of a stream, so that only what is dead is cut off. */
    private static final int IDLE_SECONDS = 90;

    private static final List<String> BELONGS_TO_ITS_OWNER =
            List.of("/api/", "/open/", "/auth/", "/signin", "/signout");

    private final Settings settings;
    private HttpServer server;

    FrontDoor(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        Settings settings = Settings.from(System.getenv());
        int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setWorkerPoolSize(2));
        vertx.deployVerticle(() -> new FrontDoor(settings), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    System.err.println("the front door does not open: " + failure.getMessage());
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setKeepAliveTimeout(30)
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                // A stream holds its connection for as long as somebody watches.
                .setMaxPoolSize(4_000));
        Backends backends = new Backends(settings, client);
        OpenApi openApi = new OpenApi(vertx, settings, client);
        Pages pages = new Pages(vertx, settings, openApi);
        server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(Ports.HOST)
                .setPort(settings.port(Part.FRONT_DOOR))
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        server.requestHandler(request -> handle(request, backends, pages))
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        server.close().onComplete(stopped);
    }

    private static void handle(HttpServerRequest request, Backends backends, Pages pages) {
        Optional<String> path = SafePath.of(request.uri());
        if (path.isEmpty()) {
            Refusals.notFound(request);
            return;
        }
        Optional<Part> backend = Routes.backendOf(path.get());
        if (backend.isPresent() && mayPass(request, path.get())) {
            backends.pass(request, backend.get());
        } else if (backend.isPresent() || !pages.answers(request, path.get())) {
            Refusals.notFound(request);
        }
    }

    /** A file is only ever read; what may be done to the rest is for its owner to say. */
    private static boolean mayPass(HttpServerRequest request, String path) {
        boolean isFile = BELONGS_TO_ITS_OWNER.stream().noneMatch(path::startsWith);
        return !isFile || request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Returns whether the request would rather be answered in Korean, which is also what it gets if it does not say. */
    static boolean inKorean(HttpServerRequest request) {
        String wanted = request.getHeader("Accept-Language");
        if (wanted == null || wanted.isBlank()) {
            return true;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), List.of(Locale.KOREAN, Locale.ENGLISH));
            return !Locale.ENGLISH.equals(best);
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
