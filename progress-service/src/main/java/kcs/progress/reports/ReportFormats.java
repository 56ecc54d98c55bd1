package kcs.progress.reports;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportFormat;

/** Finds the format that a request asks for. */
public final class ReportFormats {
    /** By which a browser, which cannot say what it accepts, asks for one. */
    public static final String PARAMETER = "format";

    private ReportFormats() {}

    /**
     * By the parameter, else by what is accepted.
     *
     * @param acceptable what is liked best first
     * @throws ProblemException 406 with the list of formats when it is none of them
     */
    public static ReportFormat wanted(MultiMap parameters, List<MediaType> acceptable) {
        String asked = Query.text(parameters, PARAMETER);
        if (asked != null) {
            return Arrays.stream(ReportFormat.values())
                    .filter(format -> format.suffix().equals(asked))
                    .findFirst()
                    .orElseThrow(ReportFormats::none);
        }
        return acceptable.stream()
                .flatMap(type -> Arrays.stream(ReportFormat.values()).filter(format -> takes(type, format)))
                .findFirst()
                .orElseThrow(ReportFormats::none);
    }

    private static boolean takes(MediaType type, ReportFormat format) {
        return format.mediaTypes().stream().anyMatch(name -> type.isCompatible(MediaType.valueOf(name)));
    }

    private static ProblemException none() {
        List<String> mediaTypes = Arrays.stream(ReportFormat.values())
                .map(ReportFormat::mediaType)
                .toList();
        String words = Arrays.stream(ReportFormat.values())
                .map(format -> format.suffix() + " (" + format.mediaType() + ")")
                .collect(Collectors.joining(", "));
        return new ProblemException(406, "unknown-format", words).with("formats", mediaTypes);
    }
}
