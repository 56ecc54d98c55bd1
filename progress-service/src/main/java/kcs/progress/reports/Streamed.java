package kcs.progress.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Stopped;

/** Items that need not fit into the memory: handed over one after the other, as often as asked for, until they are closed. */
@FunctionalInterface
@JsonSerialize(using = Streamed.Writer.class)
interface Streamed<T> extends AutoCloseable {

    /** What cannot be read is told as an {@link UncheckedIOException}. */
    void forEach(Consumer<T> reader);

    /** Those in the memory. */
    static <T> Streamed<T> of(List<T> items) {
        return new Held<>(List.copyOf(items));
    }

    /** Whether they are in the memory; else they are many. */
    default boolean inMemory() {
        return false;
    }

    /** Those that are wanted; they are there until all of them are closed. */
    default Streamed<T> where(Predicate<T> wanted) {
        return reader -> forEach(item -> {
            if (wanted.test(item)) {
                reader.accept(item);
            }
        });
    }

    /** Lets go of what they are kept in. */
    @Override
    default void close() {}

    /** Items in the memory. */
    record Held<T>(List<T> items) implements Streamed<T> {
        @Override
        public void forEach(Consumer<T> reader) {
            items.forEach(reader);
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public Streamed<T> where(Predicate<T> wanted) {
            return of(items.stream().filter(wanted).toList());
        }
    }

    /**
     * All of them; read no further once the thread is told to stop.
     *
     * @throws ProblemException 422 when there are more than that
     */
    default List<T> held(int most) {
        List<T> held = new ArrayList<>();
        forEach(item -> {
            Stopped.ifSo();
            if (held.size() == most) {
                throw new ProblemException(422, "report-too-large").with("maxRows", most);
            }
            held.add(item);
        });
        return held;
    }

    /** Writes an array, item by item. */
    final class Writer extends JsonSerializer<Streamed<?>> {
        @Override
        public void serialize(Streamed<?> items, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            try {
                items.forEach(item -> write(item, json, provider));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            json.writeEndArray();
        }

        /** By the provider: the generator itself would send each item off by itself. */
        private static void write(Object item, JsonGenerator json, SerializerProvider provider) {
            try {
                provider.defaultSerializeValue(item, json);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
