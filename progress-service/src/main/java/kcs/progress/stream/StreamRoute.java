package kcs.progress.stream;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.progress.audience.Visitor;
import kcs.progress.dashboard.ReadRoutes;
import kcs.progress.dashboard.Snapshot;
import kcs.progress.dashboard.Snapshots;

/** {@code GET /api/v1/dashboard/stream}: what happens after the dashboard that is answered now. */
@Singleton
class StreamRoute {
    private static final String STREAM = "/api/v1/dashboard/stream";

    private final ReadRoutes routes;
    private final Snapshots snapshots;
    private final StreamOpening opening;
    private final Vertx vertx;

    StreamRoute(ReadRoutes routes, Snapshots snapshots, StreamOpening opening, Vertx vertx) {
        this.routes = routes;
        this.snapshots = snapshots;
        this.opening = opening;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        routes.add(router, STREAM, this::open);
    }

    private void open(RoutingContext request) {
        Visitor visitor = Visitor.of(request);
        Snapshot ready = snapshots.ready(visitor.audience());
        if (ready != null) {
            opening.open(request, visitor, ready.board().cursor());
        } else {
            vertx.executeBlocking(() -> snapshots.make(visitor.audience()), false)
                    .onSuccess(
                            made -> opening.open(request, visitor, made.board().cursor()))
                    .onFailure(request::fail);
        }
    }
}
