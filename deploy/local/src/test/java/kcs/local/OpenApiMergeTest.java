package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void showsWhatATestAskedAndWasAnswered(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("agency-service"));
        Files.writeString(folder.resolve("agency-service/registerAgency.json"), """
                {"request": {"method": "POST", "target": "/api/v1/agencies", "caller": "a planner",
                             "headers": {"If-Match": "\\"3\\""}, "contentType": "application/json",
                             "body": {"name": "it's"}},
                 "response": {"status": 201, "headers": {"ETag": "\\"4\\""}, "contentType": "application/json",
                              "body": {"code": "KCS"}},
                 "cut": true, "problems": {"409": ["conflict"]}}
                """);
        JsonObject document = new JsonObject("""
                {"paths": {"/api/v1/agencies": {"post": {"operationId": "registerAgency",
                    "requestBody": {"content": {"application/json": {}}},
                    "responses": {"201": {"content": {"application/json": {}}}}}}}}
                """);

        JsonObject operation = OpenApiExamples.in(folder)
                .addedTo(document)
                .getJsonObject("paths")
                .getJsonObject("/api/v1/agencies")
                .getJsonObject("post");

        assertThat(operation.getJsonArray("x-codeSamples").getJsonObject(0).getString("source"))
                .isEqualTo("""
                        curl -X POST "$API/agencies" \\
                          -H "Authorization: Bearer $TOKEN" \\
                          -H 'If-Match: "3"' \\
                          -H 'Content-Type: application/json' \\
                          -d '{"name": "it'\\''s"}'""");
        assertThat(operation.encode())
                .contains("{\"application/json\":{\"example\":{\"name\":\"it's\"}}}")
                .contains("{\"application/json\":{\"example\":{\"code\":\"KCS\"}}}")
                .contains("\"x-problems\":{\"409\":[\"conflict\"]}");
        assertThat(operation.getJsonObject("x-example").encode())
                .isEqualTo(
                        "{\"caller\":\"a planner\",\"status\":201,\"headers\":{\"ETag\":\"\\\"4\\\"\"},\"cut\":true}");
    }

    @Test
    void saysWhyAnOperationHasNoExample(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("agency-service"));
        Files.writeString(folder.resolve("agency-service/follow.json"), "{\"none\": \"It never ends.\"}");
        JsonObject document = new JsonObject("{\"paths\": {\"/x\": {\"get\": {\"operationId\": \"follow\"}}}}");

        String merged = OpenApiExamples.in(folder).addedTo(document).encode();

        assertThat(merged).contains("\"x-example\":{\"none\":\"It never ends.\"}");
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
