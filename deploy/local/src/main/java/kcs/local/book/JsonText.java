package kcs.local.book;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** JSON for people: what fits a line stands on one. */
public final class JsonText {
    private static final int LINE = 88;

    private JsonText() {}

    public static String of(Object value) {
        return of(value, 0);
    }

    private static String of(Object value, int indent) {
        String line = onOneLine(value);
        if (line.length() + indent <= LINE || !(value instanceof JsonObject || value instanceof JsonArray)) {
            return line;
        }
        String deeper = " ".repeat(indent + 2);
        List<String> members = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach(member -> {
                String name = Json.encode(member.getKey()) + ": ";
                members.add(name + of(member.getValue(), indent + 2));
            });
            return "{\n" + deeper + String.join(",\n" + deeper, members) + "\n" + " ".repeat(indent) + "}";
        }
        ((JsonArray) value).forEach(item -> members.add(of(item, indent + 2)));
        return "[\n" + deeper + String.join(",\n" + deeper, members) + "\n" + " ".repeat(indent) + "]";
    }

    private static String onOneLine(Object value) {
        List<String> members = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach(member -> members.add(Json.encode(member.getKey()) + ": " + onOneLine(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        }
        if (value instanceof JsonArray array) {
            array.forEach(item -> members.add(onOneLine(item)));
            return "[" + String.join(", ", members) + "]";
        }
        return Json.encode(value);
    }
}
