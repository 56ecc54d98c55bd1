package kcs.progress.reports;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.MediaType;
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
        return wanted(parameters, acceptable, List.of(ReportFormat.values()));
    }

    /** The same of what is not to be had in every format. */
    public static ReportFormat wanted(MultiMap parameters, List<MediaType> acceptable, List<ReportFormat> offered) {
        String asked = Query.text(parameters, PARAMETER);
        if (asked != null) {
            return offered.stream()
                    .filter(format -> format.suffix().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> none(offered));
        }
        return acceptable.stream()
                .flatMap(type -> offered.stream().filter(format -> takes(type, format)))
                .findFirst()
                .orElseThrow(() -> none(offered));
    }

    private static boolean takes(MediaType type, ReportFormat format) {
        return format.mediaTypes().stream().anyMatch(name -> type.isCompatible(MediaType.valueOf(name)));
    }

    private static ProblemException none(List<ReportFormat> offered) {
        List<String> mediaTypes = offered.stream().map(ReportFormat::mediaType).toList();
        String words = offered.stream()
                .map(format -> format.suffix() + " (" + format.mediaType() + ")")
                .collect(Collectors.joining(", "));
        return new ProblemException(406, "unknown-format", words).with("formats", mediaTypes);
    }
}
