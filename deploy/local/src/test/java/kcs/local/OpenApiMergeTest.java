package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    @Test
    void keepsBothMeaningsOfOneNameAndWhatRefersToThem() {
        JsonObject agencies = document("/api/v1/agencies", "Label", "string");
        JsonObject tasks = document("/api/v1/tasks", "Label", "object");

        JsonObject merged = OpenApiMerge.of(List.of(agencies, tasks));

        JsonObject schemas = merged.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.getJsonObject("Label").getString("type")).isEqualTo("string");
        assertThat(schemas.getJsonObject("Label2").getString("type")).isEqualTo("object");
        assertThat(merged.getJsonObject("paths")
                        .getJsonObject("/api/v1/agencies")
                        .encode())
                .contains("#/components/schemas/Label\"");
        assertThat(merged.getJsonObject("paths").getJsonObject("/api/v1/tasks").encode())
                .contains("#/components/schemas/Label2\"");
    }

    @Test
    void keepsWhatIsTheSameOnce() {
        JsonObject merged = OpenApiMerge.of(List.of(
                document("/api/v1/agencies", "Problem", "object"), document("/api/v1/tasks", "Problem", "object")));

        assertThat(merged.getJsonObject("components").getJsonObject("schemas").fieldNames())
                .containsExactly("Problem");
    }

    @Test
    void leavesOutWhatTheFrontDoorDoesNotPass() {
        JsonObject merged = OpenApiMerge.of(List.of(document("/internal/events", "Event", "object")));

        assertThat(merged.getJsonObject("paths")).isEmpty();
    }

    @Test
    void theKeptDocumentIsMergedOfTheOnesThatAreKeptNow() throws Exception {
        Path folder = Path.of("../../docs/openapi");
        JsonObject kept = new JsonObject(Files.readString(folder.resolve("openapi.json")));

        JsonObject merged = OpenApiMerge.ofKept(folder);

        assertThat(kept.equals(merged))
                .withFailMessage("docs/openapi/openapi.json is older than the documents of the services beside it:"
                        + " run deploy/openapi and commit the file")
                .isTrue();
    }

    private static JsonObject document(String path, String schema, String type) {
        return new JsonObject("""
                {"openapi": "3.1.0", "info": {"version": "1"},
                 "paths": {"%s": {"get": {"answer": {"$ref": "#/components/schemas/%s"}}}},
                 "components": {"schemas": {"%s": {"type": "%s"}}}}
                """.formatted(path, schema, schema, type));
    }
}
