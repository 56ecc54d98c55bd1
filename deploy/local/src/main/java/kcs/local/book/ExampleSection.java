package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What was asked once and answered, as a command that can be repeated. */
final class ExampleSection {
    private ExampleSection() {}

    static String of(Operation operation) {
        JsonObject described = operation.described();
        JsonObject about = described.getJsonObject("x-example", new JsonObject());
        String heading = "<h3>" + Words.both("Example") + "</h3>\n";
        if (about.containsKey("none")) {
            return heading + "<p>" + Html.prose(about.getString("none")) + "</p>\n";
        }
        JsonArray samples = described.getJsonArray("x-codeSamples", new JsonArray());
        if (samples.isEmpty()) {
            return "";
        }
        String name = "of " + operation.id();
        return heading
                + block(
                        "Example " + name,
                        "Asked by " + about.getString("caller") + ":",
                        samples.getJsonObject(0).getString("source"))
                + block("Answer " + name, answered(about), answer(described, about));
    }

    private static String answered(JsonObject about) {
        return about.getBoolean("cut", false) ? "Answered, with long lists cut to two:" : "Answered:";
    }

    private static String answer(JsonObject described, JsonObject about) {
        String status = about.getInteger("status").toString();
        StringBuilder answer = new StringBuilder("HTTP/1.1 ").append(status).append('\n');
        about.getJsonObject("headers", new JsonObject())
                .forEach(header -> answer.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append('\n'));
        JsonObject content =
                described.getJsonObject("responses").getJsonObject(status).getJsonObject("content", new JsonObject());
        content.fieldNames().stream()
                .map(type -> content.getJsonObject(type).getValue("example"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(body -> answer.append('\n').append(JsonText.of(body)));
        if (about.containsKey("text")) {
            answer.append('\n').append(about.getString("text").strip());
        }
        if (about.containsKey("bytes")) {
            answer.append("\n(").append(about.getInteger("bytes")).append(" bytes)");
        }
        return answer.toString();
    }

    private static String block(String name, String caption, String text) {
        return "<p class=\"caption\">" + Html.prose(caption) + "</p>\n<pre role=\"region\" tabindex=\"0\" aria-label=\""
                + Html.escaped(name) + "\"><code>" + Html.escaped(text) + "</code></pre>\n";
    }
}
