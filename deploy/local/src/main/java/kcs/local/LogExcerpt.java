package kcs.local;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, short enough to be read in a terminal. */
final class LogExcerpt {
    private static final int LINES = 8;
    private static final int WIDTH = 400;

    private LogExcerpt() {}

    static String of(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(LogExcerpt::readable)
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
                .collect(Collectors.joining("\n  ", "  ", ""));
    }

    /** The services log in JSON: the time, the level, the message and what lies at the bottom of an exception. */
    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonObject entry = new JsonObject(line);
            return entry.getString("timestamp") + " " + entry.getString("level") + " " + entry.getString("message")
                    + rootOf(entry.getJsonObject("exception"));
        } catch (DecodeException notJson) {
            return line;
        }
    }

    private static String rootOf(JsonObject exception) {
        if (exception == null) {
            return "";
        }
        JsonObject cause = exception.getJsonObject("causedBy");
        return cause == null
                ? " <- " + exception.getString("exceptionType") + ": " + exception.getString("message")
                : rootOf(cause.getJsonObject("exception"));
    }
}
