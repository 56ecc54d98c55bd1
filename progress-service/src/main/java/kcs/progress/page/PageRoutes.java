package kcs.progress.page;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kcs.chassis.concurrency.ETag;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.Problems;

/** The page at {@code /} and its files under {@code /assets}; nothing else of the class path is ever answered. */
@Singleton
class PageRoutes {
    static final String PAGE = "/";
    static final String ASSETS = "/assets/*";

    private static final String INDEX = "/index.html";

    /** The page needs its own files and the API, and nobody needs the page in a frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> PROTECTION = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            // To no other site; to this one, or a form of the page would not say where it comes from.
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private final Problems problems;
    private final Vertx vertx;

    /** Only files that are there: as many as the page has. */
    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    PageRoutes(Problems problems, Vertx vertx) {
        this.problems = problems;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.route(PAGE).handler(request -> serve(request, INDEX));
        router.route(ASSETS).handler(request -> serve(request, request.request().path()));
    }

    private void serve(RoutingContext request, String path) {
        HttpMethod method = request.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            problems.send(new ProblemException(405, "method-not-allowed").header("Allow", "GET, HEAD"), request);
            return;
        }
        PageFile known = files.get(path);
        if (known != null) {
            answer(request, known);
            return;
        }
        vertx.executeBlocking(() -> PageFile.read(path), false)
                .onFailure(request::fail)
                .onSuccess(found -> {
                    found.ifPresent(file -> files.put(path, file));
                    found.ifPresentOrElse(
                            file -> answer(request, file),
                            () -> problems.send(ProblemException.notFound(path), request));
                });
    }

    private static void answer(RoutingContext request, PageFile file) {
        HttpServerResponse response = request.response();
        PROTECTION.forEach(response::putHeader);
        response.putHeader(HttpHeaders.ETAG, file.etag()).putHeader(HttpHeaders.CACHE_CONTROL, file.cacheControl());
        if (ETag.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), file.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        if (request.request().method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(file.bytes().length()))
                    .end();
        } else {
            response.end(file.bytes());
        }
    }
}
