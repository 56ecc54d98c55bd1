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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.Renderer;
import kcs.progress.document.ReportFormat;
import kcs.progress.words.Words;

/**
 * Answers with reports. What is found wrong is found before the first byte: most are made whole first; long ones go out as
 * they are read from their file where the format allows it, the memory holds a portion. Whatever is written is written
 * outside of any transaction: everybody else needs the connections.
 */
@Singleton
class ReportWriting {
    private final ObjectMapper json;
    private final WaitingReader reader;
    private final Map<ReportFormat, Renderer> renderers = new EnumMap<>(ReportFormat.class);

    ReportWriting(ObjectMapper json, WaitingReader reader, @All List<Renderer> renderers) {
        this.json = json;
        this.reader = reader;
        renderers.forEach(renderer -> this.renderers.put(renderer.format(), renderer));
    }

    /**
     * @param made makes the report, inside a transaction
     * @throws ProblemException 422 when it has more rows than the format takes
     */
    Response answer(Supplier<Report> made, ReportFormat format, Words words) {
        return reader.served(() -> answer(fitting(read(made), format), format, words));
    }

    /** What was read when the transaction fails at its end is closed: nobody else knows of it. */
    private static Report read(Supplier<Report> made) {
        AtomicReference<Report> read = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> read.set(made.get()));
            return read.get();
        } catch (RuntimeException failure) {
            Optional.ofNullable(read.get()).ifPresent(Report::close);
            throw failure;
        }
    }

    /** As the format needs it. */
    private Report fitting(Report report, ReportFormat format) {
        OptionalInt mostRows = mostRows(format);
        if (mostRows.isEmpty()) {
            return report;
        }
        try (report) {
            return report.held(mostRows.getAsInt());
        }
    }

    private Response answer(Report report, ReportFormat format, Words words) {
        if (report.inMemory()) {
            return answer(report, format, words, bytes(report, format, words));
        }
        reader.reads(report);
        StreamingOutput body = stream -> writeAsItIsRead(report, format, words, stream);
        return answer(report, format, words, body);
    }

    private static Response answer(Report report, ReportFormat format, Words words, Object body) {
        return ReportAnswer.of(body, format, words.language(), report.fileName())
                .build();
    }

    /** The whole of a report that is in the memory. */
    byte[] bytes(Report report, ReportFormat format, Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(report, format, words, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private void write(Report report, ReportFormat format, Words words, OutputStream stream) throws IOException {
        if (format == ReportFormat.JSON) {
            json.writerFor(report.getClass())
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(stream, report);
        } else {
            renderers.get(format).write(report.document(words), stream);
        }
    }

    /** How many rows a report may have that every format takes. */
    int mostRows() {
        return renderers.keySet().stream()
                .flatMapToInt(format -> mostRows(format).stream())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private OptionalInt mostRows(ReportFormat format) {
        return format == ReportFormat.JSON
                ? OptionalInt.empty()
                : renderers.get(format).mostRows();
    }

    /** What of its file cannot be read any more breaks it off like a reader who has gone: he closed it. */
    private void writeAsItIsRead(Report report, ReportFormat format, Words words, OutputStream stream)
            throws IOException {
        try {
            write(report, format, words, stream);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
