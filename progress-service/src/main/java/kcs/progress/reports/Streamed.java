package kcs.progress.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Items that need not fit into the memory: handed over one after the other, as often as asked for. */
@FunctionalInterface
@JsonSerialize(using = Streamed.Writer.class)
interface Streamed<T> {

    void forEach(Consumer<T> reader);

    /** Writes an array, item by item. */
    final class Writer extends JsonSerializer<Streamed<?>> {
        @Override
        public void serialize(Streamed<?> items, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            try {
                items.forEach(item -> write(item, json));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            json.writeEndArray();
        }

        private static void write(Object item, JsonGenerator json) {
            try {
                json.writePOJO(item);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
