package kcs.progress.reports;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemTexts;
import kcs.progress.words.Words;

/** Finds the language that a request asks for. */
public final class ReportLanguage {
    /** By which a link in a browser, which says what its reader likes in general, asks for one. */
    public static final String PARAMETER = "language";

    private static final List<String> LANGUAGES = List.of(Words.KOREAN.language(), Words.ENGLISH.language());

    private ReportLanguage() {}

    /**
     * By the parameter, else by what is liked best: Korean unless English is preferred.
     *
     * @throws ProblemException 400 when it is neither
     */
    public static Words wanted(MultiMap parameters, HttpHeaders headers) {
        String asked = Query.text(parameters, PARAMETER);
        if (asked == null) {
            return Words.of(ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        }
        if (!LANGUAGES.contains(asked)) {
            throw ProblemException.unreadable(FieldError.of(PARAMETER, "unknown-word", String.join(", ", LANGUAGES)));
        }
        return Words.of(Locale.forLanguageTag(asked));
    }
}
