package kcs.progress.snapshots;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportFormat;
import kcs.progress.reports.ReportAnswer;
import kcs.progress.reports.ReportFormats;
import kcs.progress.reports.ReportLanguage;

/** Answers with files of snapshots: the very bytes that were frozen. */
@Singleton
public class SnapshotFiles {
    private static final String EDITION = "edition";

    private final SnapshotReading reading;

    SnapshotFiles(SnapshotReading reading) {
        this.reading = reading;
    }

    /** A file of the edition that is asked for, else of the most that the caller may read. */
    Response answer(String id, MultiMap parameters, HttpHeaders headers) {
        Query.only(parameters, Set.of(EDITION, ReportFormats.PARAMETER, ReportLanguage.PARAMETER));
        return answer(id, edition(parameters), parameters, headers);
    }

    /**
     * A file of the public edition.
     *
     * @throws ProblemException 404 when there is no such snapshot that the caller may see; 406 for an unknown format
     */
    public Response publicEdition(String id, MultiMap parameters, HttpHeaders headers) {
        Query.only(parameters, Set.of(ReportFormats.PARAMETER, ReportLanguage.PARAMETER));
        return answer(id, Edition.PUBLIC, parameters, headers);
    }

    private Response answer(String id, Edition edition, MultiMap parameters, HttpHeaders headers) {
        ReportFormat format = ReportFormats.wanted(parameters, headers.getAcceptableMediaTypes());
        String language = ReportLanguage.wanted(parameters, headers).language();
        SnapshotStore.Kept file = reading.file(id, edition, format.suffix(), language);
        return ReportAnswer.of(file.content(), format, file.language(), id + "-" + file.language())
                .build();
    }

    private static Edition edition(MultiMap parameters) {
        String asked = Query.text(parameters, EDITION);
        List<String> words = Arrays.stream(Edition.values()).map(Enum::name).toList();
        if (asked != null && !words.contains(asked)) {
            throw ProblemException.unreadable(FieldError.of(EDITION, "unknown-word", words));
        }
        return asked == null ? null : Edition.valueOf(asked);
    }
}
