package kcs.progress.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kcs.progress.document.Renderer;
import kcs.progress.document.ReportFormat;
import kcs.progress.words.Words;

/**
 * Answers with reports. What is found wrong is found before the first byte: PDF and HWPX are made whole first; the others
 * go out as they are read, the memory holds a portion.
 */
@Singleton
class ReportWriting {
    /** A report of a hundred thousand returns takes seconds; a slow reader may take this long for it. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ObjectMapper json;
    private final Map<ReportFormat, Renderer> renderers = new EnumMap<>(ReportFormat.class);

    ReportWriting(ObjectMapper json, @All List<Renderer> renderers) {
        this.json = json;
        renderers.forEach(renderer -> this.renderers.put(renderer.format(), renderer));
    }

    /** Writes somewhere; inside a transaction. */
    @FunctionalInterface
    private interface Body {
        void write(OutputStream stream) throws IOException;
    }

    /** @param made makes the report, inside a transaction */
    Response answer(Supplier<Report> made, ReportFormat format, Words words) {
        Report report = QuarkusTransaction.requiringNew().call(made::get);
        Body body = stream -> write(report, format, words, stream);
        Object entity = switch (format) {
            case PDF, HWPX -> whole(body);
            case JSON, CSV, XLSX -> (StreamingOutput) stream -> inTransaction(body, stream);
        };
        return ReportAnswer.of(entity, format, words.language(), report.fileName())
                .build();
    }

    /** Writes a report; inside a transaction. */
    void write(Report report, ReportFormat format, Words words, OutputStream stream) throws IOException {
        if (format == ReportFormat.JSON) {
            json.writerFor(report.getClass())
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(stream, report);
        } else {
            renderers.get(format).write(report.document(words), stream);
        }
    }

    private static byte[] whole(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            inTransaction(body, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static void inTransaction(Body body, OutputStream stream) throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> {
                try {
                    body.write(stream);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
