package kcs.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps of what tests ask and are answered the best example of an operation, in
 * {@code docs/openapi/examples/<service>/<operation>.json}, and beside it the kinds of problems that were met. It does so
 * with {@code -Dapi.update=true} alone. An example that is there stays while it fits the document, so that recording
 * again changes nothing without need; remove its file to have it recorded anew.
 */
final class ExampleRecorder {
    private static final boolean RECORDS = Boolean.getBoolean("api.update");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGES = "/problems/";
    private static final Map<String, ExampleRecorder> OPERATIONS = new HashMap<>();

    private final OpenApiContract contract;
    private final JsonNode operation;
    private final Path file;
    private final ObjectNode kept;
    private final boolean stays;
    private ExampleWorth best;

    private ExampleRecorder(OpenApiContract contract, JsonNode operation, Path file) throws IOException {
        this.contract = contract;
        this.operation = operation;
        this.file = file;
        kept = Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        stays = !kept.isEmpty()
                && ExampleCheck.faults(contract, operation, kept).isEmpty();
    }

    static void record(
            OpenApiContract contract, JsonNode operation, FilterableRequestSpecification request, Response response) {
        if (!RECORDS || request.getMethod().equals("HEAD")) {
            return;
        }
        synchronized (OPERATIONS) {
            try {
                of(contract, operation).met(request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Records the first messages of a stream. */
    static void recordStream(OpenApiContract contract, String target, String text) {
        if (!RECORDS) {
            return;
        }
        synchronized (OPERATIONS) {
            try {
                ExampleRecorder recorder = of(contract, contract.operation("GET", target));
                if (!recorder.stays && recorder.isBetter(Example.ofStream(target, text))) {
                    recorder.write();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ExampleRecorder of(OpenApiContract contract, JsonNode operation) throws IOException {
        String id = operation.path("operationId").textValue();
        if (!OPERATIONS.containsKey(id)) {
            String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
            Path file = ExampleCheck.folder(service).resolve(id + ".json");
            OPERATIONS.put(id, new ExampleRecorder(contract, operation, file));
        }
        return OPERATIONS.get(id);
    }

    private void met(FilterableRequestSpecification request, Response response) throws IOException {
        boolean isNews = false;
        if (response.statusCode() >= 400) {
            isNews = isNewProblem(response);
        } else if (!stays && response.statusCode() == ExampleCheck.success(operation)) {
            isNews = isBetter(Example.of(request, sentJson(request), response));
        }
        if (isNews && (kept.has("response") || kept.has("none"))) {
            write();
        }
    }

    private boolean isNewProblem(Response response) {
        String type = Example.read(response.asString()).path("type").asText();
        ObjectNode met = kept.withObject("/problems");
        TreeSet<String> slugs = new TreeSet<>();
        met.withArray("/" + response.statusCode()).forEach(slug -> slugs.add(slug.textValue()));
        if (!type.startsWith(PAGES) || !slugs.add(type.substring(PAGES.length()))) {
            return false;
        }
        met.set(Integer.toString(response.statusCode()), JSON.valueToTree(slugs));
        return true;
    }

    private boolean isBetter(Example example) {
        ExampleWorth worth = ExampleWorth.of(example.content());
        if (best != null && worth.compareTo(best) <= 0
                || !ExampleCheck.faults(contract, operation, example.content()).isEmpty()) {
            return false;
        }
        best = worth;
        kept.remove("cut");
        kept.setAll(example.content());
        return true;
    }

    /** A request's JSON in the order of its schema; null for another body. */
    private JsonNode sentJson(FilterableRequestSpecification request) {
        String type = Example.mediaType(request.getContentType());
        return request.getBody() instanceof String text && type.endsWith("json")
                ? new SchemaOrder(contract.document())
                        .of(
                                Example.read(text),
                                operation
                                        .path("requestBody")
                                        .path("content")
                                        .path(type)
                                        .path("schema"))
                : null;
    }

    private void write() throws IOException {
        ObjectNode ordered = JSON.createObjectNode();
        for (String part : new String[] {"none", "request", "response", "cut"}) {
            if (kept.has(part)) {
                ordered.set(part, kept.get(part));
            }
        }
        ObjectNode problems = ordered.putObject("problems");
        kept.path("problems").properties().stream()
                .filter(status -> !status.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(status -> problems.set(status.getKey(), status.getValue()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ordered) + "\n");
    }
}
