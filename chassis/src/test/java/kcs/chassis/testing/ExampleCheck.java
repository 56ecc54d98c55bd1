package kcs.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an example that is kept still says what the operation's document says. */
final class ExampleCheck {
    /** A token, in whatever place, or a header that carries one. */
    private static final Pattern SECRET = Pattern.compile("eyj[\\w-]+\\.[\\w-]+\\.|authorization|password|secret=");

    private ExampleCheck() {}

    static Path folder(String service) {
        return ApiDocument.checkout().resolve("docs/openapi/examples").resolve(service);
    }

    /** The status of success that an operation documents; 0 without one. */
    static int success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(status -> status.matches("2\\d\\d"))
                .mapToInt(Integer::parseInt)
                .min()
                .orElse(0);
    }

    /** What is wrong with an example; empty when nothing is. */
    static List<String> faults(OpenApiContract contract, JsonNode operation, JsonNode example) {
        List<String> faults = new ArrayList<>();
        if (SECRET.matcher(example.toString().toLowerCase(Locale.ROOT)).find()) {
            faults.add("it holds a secret");
        }
        checkProblems(operation, example.path("problems"), faults);
        if (example.has("none")) {
            return faults;
        }
        JsonNode request = example.path("request");
        JsonNode response = example.path("response");
        JsonNode asked = contract.operation(
                request.path("method").asText(), request.path("target").asText().split("\\?", 2)[0]);
        if (asked == null || !asked.path("operationId").equals(operation.path("operationId"))) {
            faults.add("its address is not the operation's");
        }
        if (response.path("status").asInt() != success(operation)) {
            faults.add("its status is not the one of success");
        }
        checkBody(contract, operation.path("requestBody").path("content"), request, faults);
        JsonNode described =
                operation.path("responses").path(response.path("status").asText());
        checkBody(contract, described.path("content"), response, faults);
        return faults;
    }

    private static void checkBody(OpenApiContract contract, JsonNode content, JsonNode message, List<String> faults) {
        String type = message.path("contentType").asText();
        if (!message.has("body")) {
            return;
        }
        if (!content.has(type)) {
            faults.add("a body of " + type + " is not documented");
        } else if (type.endsWith("json") && content.get(type).has("schema")) {
            contract.violations(content.get(type).get("schema"), message.get("body"))
                    .forEach(violation -> faults.add(violation.toString()));
        }
    }

    private static void checkProblems(JsonNode operation, JsonNode problems, List<String> faults) {
        problems.properties().forEach(status -> {
            if (!operation.path("responses").has(status.getKey())) {
                faults.add("status " + status.getKey() + " is not documented");
            }
            status.getValue().forEach(slug -> {
                if (!Files.exists(ApiDocument.checkout().resolve("docs/problems/" + slug.textValue() + ".md"))) {
                    faults.add("there is no page of the problem " + slug.textValue());
                }
            });
        });
    }
}
