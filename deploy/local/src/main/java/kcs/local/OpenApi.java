package kcs.local;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Asks the three services for their documents and merges them. */
final class OpenApi {
    private final Settings settings;
    private final HttpClient client;

    OpenApi(Settings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    Future<JsonObject> merged() {
        List<Future<JsonObject>> documents = new ArrayList<>();
        Part.SERVICES.forEach(service -> documents.add(of(service)));
        return Future.all(documents).map(all -> OpenApiMerge.of(all.list()));
    }

    private Future<JsonObject> of(Part service) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(Ports.HOST)
                        .setPort(settings.port(service))
                        .setURI("/q/openapi?format=json"))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body()
                        : Future.failedFuture(service.id() + " answered " + answer.statusCode()))
                .map(JsonObject::new);
    }
}
