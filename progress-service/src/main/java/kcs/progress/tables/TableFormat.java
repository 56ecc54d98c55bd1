package kcs.progress.tables;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.filetypes.FileType;

/** In what a table comes and goes. */
public enum TableFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(FileType.Names.CSV),
    XLSX(FileType.Names.XLSX);

    /** The parameter by which a browser, which cannot say what it accepts, asks for one. */
    public static final String PARAMETER = "format";

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media types of all. */
    public static List<String> all() {
        return Arrays.stream(values()).map(TableFormat::mediaType).toList();
    }

    /**
     * What a body is declared to be in.
     *
     * @param declared the {@code Content-Type}; null when nothing was said
     */
    public static Optional<TableFormat> declared(String declared) {
        String type = declared == null ? "" : declared.split(";", 2)[0].strip();
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(type))
                .findFirst();
    }

    /**
     * What a request asks for: by its parameter, else by what it accepts.
     *
     * @param acceptable what it accepts, what it likes best first
     * @throws ProblemException 400 when the parameter names none, 406 when it accepts none
     */
    public static TableFormat wanted(MultiMap parameters, List<MediaType> acceptable) {
        List<String> asked = parameters.getAll(PARAMETER);
        if (asked.isEmpty()) {
            return acceptable.stream()
                    .flatMap(type -> Arrays.stream(values())
                            .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType))))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(406, "not-acceptable"));
        }
        List<String> words = Arrays.stream(values()).map(TableFormat::word).toList();
        if (asked.size() > 1 || !words.contains(asked.get(0))) {
            throw ProblemException.unreadable(FieldError.of(PARAMETER, "unknown-word", words));
        }
        return values()[words.indexOf(asked.get(0))];
    }
}
