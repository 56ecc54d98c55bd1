package kcs.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** The OpenAPI document that is kept under {@code docs/openapi}, held against the one that the service serves. */
public final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean UPDATE = Boolean.getBoolean("api.update");

    private ApiDocument() {}

    /**
     * Fails when the running service documents another API than {@code docs/openapi/<service>.json}, and says what would
     * break for its callers. {@code -Dapi.update=true} writes the file anew instead.
     *
     * @param service {@code agency-service}
     */
    public static void assertUnchanged(String service) {
        Path file = checkout().resolve("docs/openapi/" + service + ".json");
        JsonNode served = OpenApiContract.read();
        try {
            if (UPDATE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
                return;
            }
            if (!Files.exists(file)) {
                fail("%s is missing: write it with -Dapi.update=true and commit it", file);
            }
            JsonNode kept = JSON.readTree(file.toFile());
            if (!kept.equals(served)) {
                fail(
                        "The API is no longer the one in %s. If that is meant, run the tests with"
                                + " -Dapi.update=true and commit the file.%n%s",
                        file, difference(kept, served));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails when an operation has no example in {@code docs/openapi/examples/<service>}, or one that its document no
     * longer allows, and when an example is of no operation. Where there can be none, the file says why:
     * {@code {"none": "…"}}. {@code -Dapi.update=true} records them, so that they are looked at in the next run.
     */
    public static void assertEveryOperationHasAnExample(String service) {
        if (UPDATE) {
            return;
        }
        OpenApiContract contract = new OpenApiContract();
        Map<String, List<String>> faults = new TreeMap<>();
        Set<String> operations = new TreeSet<>();
        contract.document().path("paths").properties().stream()
                .filter(path -> OpenApiContract.covers(path.getKey()))
                .flatMap(path -> path.getValue().properties().stream())
                .filter(method -> method.getValue().has("operationId"))
                .forEach(method -> {
                    String id = method.getValue().get("operationId").textValue();
                    operations.add(id + ".json");
                    faults.put(id, faultsOfExample(contract, method.getValue(), service));
                });
        faults.values().removeIf(List::isEmpty);
        assertThat(faults)
                .as("operations without an example, or with one that no longer fits: run the tests with"
                        + " -Dapi.update=true, then deploy/openapi, and commit what they wrote")
                .isEmpty();
        assertThat(ExampleCheck.folder(service).toFile().list())
                .as("examples of operations that are no longer there")
                .isSubsetOf(operations);
    }

    private static List<String> faultsOfExample(OpenApiContract contract, JsonNode operation, String service) {
        Path file = ExampleCheck.folder(service)
                .resolve(operation.get("operationId").textValue() + ".json");
        try {
            return Files.exists(file)
                    ? ExampleCheck.faults(contract, operation, JSON.readTree(file.toFile()))
                    : List.of("no example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when a text, list or number of the document has no maximum. */
    public static void assertEverythingHasAMaximum() {
        JsonNode served = OpenApiContract.read();
        List<String> unlimited = new ArrayList<>();
        findUnlimited(served.at("/components/schemas"), "", unlimited);
        findUnlimited(served.path("paths"), "", unlimited);
        assertThat(unlimited).as("values without a maximum").isEmpty();
    }

    private static void findUnlimited(JsonNode node, String path, List<String> unlimited) {
        String type = node.path("type").isArray()
                ? node.path("type").get(0).asText()
                : node.path("type").asText("");
        boolean limited = switch (type) {
            case "string" -> node.has("maxLength") || node.has("enum") || node.has("const") || node.has("$ref");
            case "array" -> node.has("maxItems");
            case "integer", "number" -> node.has("maximum") || node.has("exclusiveMaximum");
            default -> true;
        };
        if (!limited && !path.contains("/responses/")) {
            unlimited.add(path);
        }
        node.properties().forEach(entry -> findUnlimited(entry.getValue(), path + "/" + entry.getKey(), unlimited));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findUnlimited(node.get(i), path + "/" + i, unlimited);
        }
    }

    private static String difference(JsonNode kept, JsonNode served) throws IOException {
        ChangedOpenApi changes = OpenApiCompare.fromContents(kept.toString(), served.toString());
        if (changes.isUnchanged()) {
            return "Only descriptions or examples differ.";
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
            new MarkdownRender().render(changes, writer);
        }
        String verdict = changes.isIncompatible() ? "This BREAKS callers:" : "Callers can go on; this is new:";
        return verdict + "\n" + text.toString(StandardCharsets.UTF_8);
    }

    /** The root of the checkout, wherever in it the tests run. */
    public static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests do not run inside the checkout");
            }
        }
        return folder;
    }
}
