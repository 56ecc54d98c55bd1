package kcs.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds the data of events against {@code docs/events/<type>.schema.json}. The schemas let consumers pass over what a
 * later release adds; a producer's own test does not: what the schema does not name fails. They keep to draft 7 of JSON
 * Schema, because that is what AsyncAPI 3 reads in a payload.
 */
public final class EventContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "kcs://events/";
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Path folder = ApiDocument.checkout().resolve("docs/events");
    private final JsonSchemaFactory factory;

    public EventContract() {
        Map<String, String> schemas = closedSchemas();
        factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7, builder -> builder.schemaLoaders(loaders -> loaders.schemas(schemas)));
    }

    /**
     * Checks an event's data.
     *
     * @param type {@code agency.registered}, or the whole {@code kcs.agency.agency.registered.v1}
     */
    public void assertValid(String type, JsonNode data) {
        String shortType =
                type.startsWith("kcs.") ? type.substring(type.indexOf('.', 4) + 1, type.lastIndexOf('.')) : type;
        assertThat(folder.resolve(shortType + SCHEMA))
                .as("the schema of %s", type)
                .exists();
        assertThat(factory.getSchema(SchemaLocation.of(BASE + shortType + SCHEMA), CONFIG)
                        .validate(data))
                .as("%s: %s", type, data)
                .isEmpty();
    }

    /** Checks that each of these types has a schema and, beside it, an example that the schema accepts. */
    public void assertExamples(List<String> types) {
        for (String type : new TreeSet<>(types)) {
            try {
                assertValid(type, JSON.readTree(folder.resolve(type + EXAMPLE).toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException("no example of " + type, e);
            }
        }
    }

    private Map<String, String> closedSchemas() {
        Map<String, String> schemas = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SCHEMA)) {
            for (Path file : files) {
                JsonNode schema = JSON.readTree(file.toFile());
                close(schema);
                schemas.put(BASE + file.getFileName(), JSON.writeValueAsString(schema));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.has("allOf")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventContract::close);
    }
}
