package kcs.local;

import io.vertx.core.json.JsonObject;

/** Texts of the demonstration. Each says of itself that it is made up, wherever it is shown. */
final class DemoText {
    private static final String MARK = "[시연] ";

    private DemoText() {}

    static String of(String text) {
        return MARK + text;
    }

    static JsonObject label(String korean, String english) {
        return new JsonObject().put("ko", of(korean)).put("en", of(english));
    }
}
