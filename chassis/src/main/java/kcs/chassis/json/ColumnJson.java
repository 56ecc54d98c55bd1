package kcs.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * How value lists are kept in JSONB columns: as the API writes them, dates as text. What an earlier release kept and
 * this one no longer knows is passed over rather than refused.
 */
@Singleton
public class ColumnJson {
    private final ObjectMapper json;

    ColumnJson(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What to write into the column. */
    public String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot be kept: " + value.getClass().getSimpleName(), e);
        }
    }

    /** What a column's text stands for. */
    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept cannot be read as " + type.getSimpleName(), e);
        }
    }

    /** What a column's bytes stand for: for what is read often, its text need not be made first. */
    public <T> T read(byte[] utf8, Class<T> type) {
        try {
            return json.readValue(utf8, type);
        } catch (IOException e) {
            throw new IllegalStateException("what is kept cannot be read as " + type.getSimpleName(), e);
        }
    }

    ObjectMapper mapper() {
        return json;
    }
}
