package kcs.chassis.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Reads a body strictly: 415 for another type, 400 for what cannot be read. */
@Singleton
public class BodyReader {
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ObjectMapper json;

    BodyReader(ObjectMapper json) {
        this.json = json;
    }

    /** Reads a whole command. */
    public <T> T read(Incoming body, Class<T> type) {
        requireType(body, JSON);
        return bind(tree(body), type);
    }

    /**
     * Reads a merge patch (RFC 7396) and applies it: what it names is replaced, null removes, the rest stays.
     *
     * @param current what the caller may change, as it stands
     */
    public <T> T merged(Incoming body, T current, Class<T> type) {
        requireType(body, MERGE_PATCH);
        ObjectNode merged = merge(json.valueToTree(current), tree(body));
        return bind(merged, type);
    }

    private static void requireType(Incoming body, String expected) {
        String declared = body == null || body.mediaType() == null ? "" : body.mediaType();
        String type = declared.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(expected)) {
            throw new ProblemException(415, "unsupported-media-type").with("accepted", List.of(expected));
        }
    }

    private ObjectNode tree(Incoming body) {
        try {
            JsonNode tree = json.readTree(body.bytes());
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw ProblemException.unreadable(JsonErrors.of(e));
        } catch (IOException e) {
            throw ProblemException.unreadable(FieldError.of("", "not-json"));
        }
        throw ProblemException.unreadable(FieldError.of("", "not-an-object"));
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode inner) {
                ObjectNode into = target.get(field.getKey()) instanceof ObjectNode known ? known : target.objectNode();
                target.set(field.getKey(), merge(into, inner));
            } else {
                target.set(field.getKey(), value);
            }
        }
        return target;
    }

    private <T> T bind(ObjectNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw ProblemException.unreadable(JsonErrors.of(e));
        }
    }
}
