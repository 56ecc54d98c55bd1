package kcs.acceptance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the pages say in one language, by the names of their messages: a test reads as in the other one. */
final class PageWords {
    private static final List<String> FOLDERS =
            List.of("", "work", "task", "reports", "desk", "help", "console", "console/plan", "console/round");

    private final Map<String, String> messages = new HashMap<>();

    PageWords(String language) {
        Path assets = Suite.root().resolve("progress-service/src/main/resources/web/assets");
        for (String folder : FOLDERS) {
            Path file = assets.resolve(folder).resolve("messages_" + language + ".json");
            try {
                messages.putAll(
                        new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String say(String name) {
        String message = messages.get(name);
        if (message == null) {
            throw new IllegalArgumentException("no page says " + name);
        }
        return message;
    }
}
