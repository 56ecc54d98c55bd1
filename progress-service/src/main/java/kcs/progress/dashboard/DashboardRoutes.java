package kcs.progress.dashboard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.chassis.problem.RateLimit;
import kcs.progress.audience.Audience;
import kcs.progress.audience.Visitor;

/** {@code GET /api/v1/dashboard}: finished bytes, straight from the event loop. */
@Singleton
class DashboardRoutes {
    private static final String DASHBOARD = "/api/v1/dashboard";

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence REVALIDATE = HttpHeaders.createOptimized("private, no-cache");
    private static final CharSequence DEPENDS_ON =
            HttpHeaders.createOptimized("Authorization, Cookie, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    private static final int BEFORE_AUTHENTICATION = 240;

    private final Snapshots snapshots;
    private final ReadRoutes routes;
    private final RateLimit rate;
    private final Vertx vertx;

    DashboardRoutes(Snapshots snapshots, ReadRoutes routes, RateLimit rate, Vertx vertx) {
        this.snapshots = snapshots;
        this.routes = routes;
        this.rate = rate;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answerThePublic, BEFORE_AUTHENTICATION);
    }

    void register(@Observes Router router) {
        routes.add(router, DASHBOARD, this::dashboard);
    }

    /** Most who look show no credentials: for them nothing is left to find out. */
    private void answerThePublic(RoutingContext request) {
        HttpServerRequest asked = request.request();
        boolean isPublic = asked.method() == HttpMethod.GET
                && asked.path().equals(DASHBOARD)
                && !asked.headers().contains(HttpHeaders.AUTHORIZATION)
                && !asked.headers().contains(HttpHeaders.COOKIE);
        Snapshot ready = isPublic ? snapshots.ready(Audience.PUBLIC) : null;
        if (ready == null) {
            request.next();
        } else if (rate.admits(request)) {
            answer(request, ready);
        }
    }

    private void dashboard(RoutingContext request) {
        Audience audience = Visitor.of(request).audience();
        Snapshot ready = snapshots.ready(audience);
        if (ready != null) {
            answer(request, ready);
        } else {
            vertx.executeBlocking(() -> snapshots.make(audience), false)
                    .onSuccess(made -> answer(request, made))
                    .onFailure(request::fail);
        }
    }

    private static void answer(RoutingContext request, Snapshot snapshot) {
        MultiMap asked = request.request().headers();
        boolean compressed = takesGzip(asked.get(HttpHeaders.ACCEPT_ENCODING));
        Snapshot.Variant variant = compressed ? snapshot.gzip() : snapshot.plain();
        HttpServerResponse response = request.response();
        response.headers()
                .set(HttpHeaders.ETAG, variant.etag())
                .set(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .set(HttpHeaders.VARY, DEPENDS_ON);
        String known = asked.get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && snapshot.isNamedBy(known)) {
            response.setStatusCode(304).end();
            return;
        }
        response.headers().set(HttpHeaders.CONTENT_TYPE, JSON).set(NO_SNIFFING, NOSNIFF);
        if (compressed) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.headers().set(HttpHeaders.CONTENT_LENGTH, variant.length());
        if (request.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(variant.answer());
        }
    }

    /** Whether gzip is named and not refused; {@code *} alone is answered plainly. */
    static boolean takesGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.split(",")) {
            String[] parts = coding.strip().split(";", 2);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
