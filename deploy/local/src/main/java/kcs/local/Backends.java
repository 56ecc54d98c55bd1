package kcs.local;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Passes requests on to the parts behind, as streams in both directions. */
final class Backends implements ProxyInterceptor {
    /** What a client says of itself here is hearsay; the services hear it from the front door alone. */
    private static final List<String> HEARSAY = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Real-IP");

    private final Map<Part, HttpProxy> proxies = new EnumMap<>(Part.class);

    Backends(Settings settings, HttpClient client) {
        ProxyOptions options = new ProxyOptions().setSupportWebSocket(false);
        for (Part part : List.of(Part.AGENCY, Part.COLLABORATION, Part.PROGRESS, Part.KEYCLOAK)) {
            proxies.put(
                    part,
                    HttpProxy.reverseProxy(options, client)
                            .origin(settings.port(part), Ports.HOST)
                            .addInterceptor(this));
        }
    }

    void pass(HttpServerRequest request, Part backend) {
        proxies.get(backend).handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest incoming = request.proxiedRequest();
        MultiMap headers = request.headers();
        HEARSAY.forEach(headers::remove);
        headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        if (incoming.authority() != null) {
            headers.set("X-Forwarded-Host", incoming.authority().toString());
        }
        return context.sendRequest().recover(failure -> Future.succeededFuture(unavailable(request, incoming)));
    }

    private static ProxyResponse unavailable(ProxyRequest request, HttpServerRequest incoming) {
        return request.release()
                .response()
                .setStatusCode(503)
                .putHeader("Retry-After", Integer.toString(Refusals.RETRY_SECONDS))
                .putHeader("Content-Type", Refusals.TYPE)
                .putHeader("Content-Language", Refusals.language(incoming))
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(Refusals.unavailableProblem(incoming).toBuffer()));
    }
}
