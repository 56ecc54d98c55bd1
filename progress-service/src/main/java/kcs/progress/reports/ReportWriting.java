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
import java.util.OptionalInt;
import java.util.function.Supplier;
import kcs.chassis.problem.ProblemException;
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
        OptionalInt mostRows = mostRows(format);
        return mostRows.isPresent()
                ? reader.served(() -> whole(made, mostRows.getAsInt(), format, words))
                : asItIsRead(made, format, words);
    }

    /** It waits for its turn, and is written, outside of any transaction: everybody else needs the connections. */
    private Response whole(Supplier<Report> made, int mostRows, ReportFormat format, Words words) {
        Report report = QuarkusTransaction.requiringNew().call(() -> made.get().held(mostRows));
        return answer(report, format, words, bytes(report, format, words));
    }

    private Response asItIsRead(Supplier<Report> made, ReportFormat format, Words words) {
        Report report = QuarkusTransaction.requiringNew().call(made::get);
        if (report.atHand()) {
            return answer(report, format, words, bytes(report, format, words));
        }
        StreamingOutput body = stream -> inTransaction(report, format, words, stream);
        return answer(report, format, words, body);
    }

    private static Response answer(Report report, ReportFormat format, Words words, Object body) {
        return ReportAnswer.of(body, format, words.language(), report.fileName())
                .build();
    }

    /** The whole of a report that is {@link Report#held}. */
    byte[] bytes(Report held, ReportFormat format, Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(held, format, words, bytes);
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

    private void inTransaction(Report report, ReportFormat format, Words words, OutputStream stream)
            throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> {
                try {
                    write(report, format, words, stream);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
