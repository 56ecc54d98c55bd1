package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The section of one operation: what it does, what it takes, what it answers, an example, what it refuses. */
final class OperationSection {
    private final JsonObject document;
    private final Problems problems;
    private final Operation operation;
    private final JsonObject described;

    OperationSection(JsonObject document, Problems problems, Operation operation) {
        this.document = document;
        this.problems = problems;
        this.operation = operation;
        this.described = operation.described();
    }

    String html() {
        return "<section class=\"operation\" aria-labelledby=\"" + operation.id() + "\">\n"
                + Html.heading(2, operation.id(), Html.prose(operation.summary()))
                + "<p class=\"endpoint\">" + operation.signature() + "</p>\n"
                + "<p>" + Html.prose(described.getString("description", "")) + "</p>\n"
                + "<p class=\"callers\"><strong>" + Words.both("Who may") + "</strong> " + operation.callers()
                + "</p>\n"
                + parameters() + request() + responses() + ExampleSection.of(operation) + refusals() + "</section>\n";
    }

    private String parameters() {
        Table table = new Table(
                "parameters",
                "Parameters of " + operation.id(),
                List.of("Name", "Where", "Type", "Required", "Meaning"));
        for (Object each : described.getJsonArray("parameters", new JsonArray())) {
            JsonObject parameter = resolved((JsonObject) each);
            JsonObject schema = parameter.getJsonObject("schema", new JsonObject());
            table.row(
                    null,
                    List.of(
                            Html.code(parameter.getString("name")),
                            Html.escaped(parameter.getString("in")),
                            SchemaText.type(schema),
                            Words.both(parameter.getBoolean("required", false) ? "required" : "optional"),
                            SchemaText.meaning(parameter.getString("description"), schema)));
        }
        return table.isEmpty() ? "" : heading("Parameters") + table.html();
    }

    private String request() {
        if (!described.containsKey("requestBody")) {
            return "";
        }
        StringBuilder html = new StringBuilder(heading("Request"));
        JsonObject content = resolved(described.getJsonObject("requestBody")).getJsonObject("content");
        for (String type : content.fieldNames()) {
            JsonObject schema = content.getJsonObject(type).getJsonObject("schema", new JsonObject());
            html.append("<p>")
                    .append(Html.code(type))
                    .append(" ")
                    .append(SchemaText.type(schema))
                    .append(" ")
                    .append(SchemaText.meaning(null, schema))
                    .append("</p>\n")
                    .append(PropertyTable.of("Body of " + operation.id(), resolved(schema)));
        }
        return html.toString();
    }

    private String responses() {
        Table table =
                new Table("responses", "Answers of " + operation.id(), List.of("Status", "Body", "Headers", "Meaning"));
        answers(true)
                .forEach((status, response) -> table.row(
                        null,
                        List.of(
                                Html.code(status),
                                bodies(response),
                                response.getJsonObject("headers", new JsonObject()).fieldNames().stream()
                                        .map(Html::code)
                                        .collect(Collectors.joining(" ")),
                                Html.prose(response.getString("description", "")))));
        return heading("Response") + table.html();
    }

    private static String bodies(JsonObject response) {
        JsonObject content = response.getJsonObject("content", new JsonObject());
        return content.fieldNames().stream()
                .map(type -> Html.code(type) + " " + bodyType(content.getJsonObject(type)))
                .collect(Collectors.joining("<br>"));
    }

    private static String bodyType(JsonObject media) {
        JsonObject schema = media.getJsonObject("schema");
        return schema == null ? "" : SchemaText.type(schema);
    }

    private String refusals() {
        JsonObject seen = described.getJsonObject("x-problems", new JsonObject());
        Table table = new Table("refusals", "Problems of " + operation.id(), List.of("Status", "Kinds", "Meaning"));
        answers(false).forEach((status, response) -> {
            List<String> slugs = new ArrayList<>();
            seen.getJsonArray(status, new JsonArray()).forEach(slug -> slugs.add(slug.toString()));
            table.row(
                    null,
                    List.of(
                            Html.code(status),
                            problems.linksFor(status, usualProblem(status), slugs),
                            Html.prose(response.getString("description", ""))));
        });
        return heading("Problems") + table.html();
    }

    /** Of the shared answer {@code NotFound} it is {@code not-found}. */
    private String usualProblem(String status) {
        String reference =
                described.getJsonObject("responses").getJsonObject(status).getString("$ref", "");
        return SchemaText.nameOf(reference).replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The answers of success (below 400), or the others, by status. */
    private Map<String, JsonObject> answers(boolean success) {
        JsonObject responses = described.getJsonObject("responses");
        return responses.fieldNames().stream()
                .filter(status -> !status.startsWith("x-") && success == (status.compareTo("400") < 0))
                .collect(Collectors.toMap(
                        status -> status,
                        status -> resolved(responses.getJsonObject(status)),
                        (first, second) -> first,
                        java.util.TreeMap::new));
    }

    private String heading(String word) {
        return "<h3>" + Words.both(word) + "</h3>\n";
    }

    private JsonObject resolved(JsonObject value) {
        String reference = value.getString("$ref");
        if (reference == null) {
            return value;
        }
        String[] steps = reference.split("/", -1);
        return document.getJsonObject(steps[1]).getJsonObject(steps[2]).getJsonObject(steps[3]);
    }
}
