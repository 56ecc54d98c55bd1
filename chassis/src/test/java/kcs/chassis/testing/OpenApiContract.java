package kcs.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds every answer against the service's own OpenAPI 3.1 document: the status is documented, the content type too,
 * and the body is what the schema says, without a property that it does not name. Add it to every call:
 * {@code given().filter(new OpenApiContract())}, or once for all by {@code RestAssured.filters(...)}.
 */
public final class OpenApiContract implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private volatile JsonNode document;

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        if (covers(path)) {
            check(request.getMethod(), path, response);
            JsonNode operation = operation(request.getMethod(), path);
            if (operation != null) {
                ExampleRecorder.record(this, operation, request, response);
            }
        }
        return response;
    }

    /** Whether an address is one that third parties rely on. */
    static boolean covers(String path) {
        return path.startsWith("/api/") || path.startsWith("/open/");
    }

    /**
     * Keeps the first messages of a stream as its example, where examples are recorded: they are read without this filter.
     *
     * @param target {@code /api/v1/dashboard/stream}, as the public asks for it
     * @param text the messages as they came
     */
    public void keepStream(String target, String text) {
        ExampleRecorder.recordStream(this, target, text);
    }

    private void check(String method, String path, Response response) {
        String call = method + " " + path + " → " + response.statusCode();
        boolean head = method.equals("HEAD");
        JsonNode operation = operation(head ? "GET" : method, path);
        if (operation == null) {
            assertThat(response.statusCode())
                    .as("%s: what no operation documents is refused", call)
                    .isBetween(400, 499);
            if (!head) {
                checkBody(call, response, schemaOfProblem());
            }
            return;
        }
        JsonNode answer = resolved(operation.path("responses").get(Integer.toString(response.statusCode())));
        if (answer == null) {
            fail("%s: this status is not documented, only %s", call, names(operation.path("responses")));
        }
        checkHeaders(call, answer, response);
        if (!head) {
            checkContent(call, answer.path("content"), response);
        }
    }

    private void checkHeaders(String call, JsonNode answer, Response response) {
        answer.path("headers").properties().forEach(header -> {
            if (resolved(header.getValue()).path("required").asBoolean()) {
                assertThat(response.header(header.getKey()))
                        .as("%s: header %s", call, header.getKey())
                        .isNotBlank();
            }
        });
    }

    private void checkContent(String call, JsonNode content, Response response) {
        if (content.isEmpty()) {
            assertThat(response.asByteArray())
                    .as("%s: no body is documented", call)
                    .isEmpty();
            return;
        }
        String type = mediaType(response);
        JsonNode described = content.get(type);
        if (described == null) {
            fail("%s: content type %s is not documented, only %s", call, type, names(content));
        }
        if (type.endsWith("json") && described.has("schema")) {
            checkBody(call, response, described.get("schema"));
        }
    }

    private void checkBody(String call, Response response, JsonNode schema) {
        String body = response.asString();
        try {
            assertThat(violations(schema, JSON.readTree(body)))
                    .as("%s: %s", call, body)
                    .isEmpty();
        } catch (JsonProcessingException e) {
            fail("%s: not JSON: %s", call, body);
        }
    }

    /** Where a body is not what a schema of the document says. */
    Set<ValidationMessage> violations(JsonNode schema, JsonNode body) {
        return schemas.computeIfAbsent(schema.toString(), text -> compile(schema))
                .validate(body);
    }

    private JsonNode schemaOfProblem() {
        return JSON.createObjectNode().put("$ref", SCHEMAS + "Problem");
    }

    private static String mediaType(Response response) {
        String type = response.contentType() == null ? "" : response.contentType();
        return type.split(";", 2)[0].strip();
    }

    /** What is documented for an address; null without anything. */
    JsonNode operation(String method, String path) {
        JsonNode operations = operationsOf(path);
        return operations == null ? null : operations.get(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode operationsOf(String path) {
        String[] segments = path.split("/", -1);
        JsonNode best = null;
        int bestLiterals = -1;
        for (Map.Entry<String, JsonNode> candidate : document().path("paths").properties()) {
            int literals = literals(candidate.getKey().split("/", -1), segments);
            if (literals > bestLiterals) {
                bestLiterals = literals;
                best = candidate.getValue();
            }
        }
        return best;
    }

    /** How many segments of a template stand literally in a path; -1 when it does not match. */
    private static int literals(String[] template, String[] path) {
        if (template.length != path.length) {
            return -1;
        }
        int literals = 0;
        for (int i = 0; i < path.length; i++) {
            if (template[i].equals(path[i])) {
                literals++;
            } else if (!template[i].startsWith("{") || path[i].isEmpty()) {
                return -1;
            }
        }
        return literals;
    }

    JsonNode document() {
        if (document == null) {
            document = read();
        }
        return document;
    }

    /** The document that the running service serves. */
    static JsonNode read() {
        String text = RestAssured.given()
                .noFilters()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("/q/openapi is not JSON", e);
        }
    }

    private JsonNode resolved(JsonNode node) {
        if (node != null && node.has("$ref")) {
            return document().at(node.get("$ref").textValue().substring(1));
        }
        return node;
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema.deepCopy()));
        ObjectNode definitions = document().at("/components/schemas").deepCopy();
        definitions.properties().forEach(entry -> {
            if (!entry.getKey().equals("Problem")) {
                close(entry.getValue());
            }
        });
        whole.set("$defs", definitions);
        try {
            String text = JSON.writeValueAsString(whole).replace(SCHEMAS, "#/$defs/");
            return FACTORY.getSchema(JSON.readTree(text), CONFIG);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A property that the schema does not name is drift between the code and its document. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.has("allOf")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(OpenApiContract::close);
    }

    private static String names(JsonNode object) {
        return String.join(
                ", ", object.properties().stream().map(Map.Entry::getKey).toList());
    }

    /** Checks that an answer is a problem of this kind, written out in the language that was asked for. */
    public static void assertProblem(Response response, int status, String slug) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(mediaType(response)).isEqualTo(PROBLEM);
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/" + slug);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        assertThat(response.jsonPath().getString("detail")).isNotBlank();
        assertThat(response.jsonPath().getString("traceId")).matches("[0-9a-f]{32}");
    }
}
