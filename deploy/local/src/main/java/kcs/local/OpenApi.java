package kcs.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks the three services for their documents and merges them, with the examples that tests have kept. */
final class OpenApi {
    private final Vertx vertx;
    private final Settings settings;
    private final HttpClient client;

    OpenApi(Vertx vertx, Settings settings, HttpClient client) {
        this.vertx = vertx;
        this.settings = settings;
        this.client = client;
    }

    Future<JsonObject> merged() {
        List<Future<JsonObject>> documents = new ArrayList<>();
        Part.SERVICES.forEach(service -> documents.add(of(service)));
        return Future.all(documents)
                .compose(all -> vertx.executeBlocking(() -> examples().addedTo(OpenApiMerge.of(all.list()))));
    }

    private OpenApiExamples examples() throws IOException {
        return OpenApiExamples.in(settings.root().resolve("docs/openapi/examples"));
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
