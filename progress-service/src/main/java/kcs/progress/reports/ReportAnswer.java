package kcs.progress.reports;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kcs.progress.document.ReportFormat;

/** How a report is answered in whatever format: what it is, what it depends on, and what it is saved as. */
public final class ReportAnswer {

    private ReportAnswer() {}

    /**
     * An answer that is the reader's own: it depends on who asks.
     *
     * @param language of what is no JSON, which is in both
     * @param fileName without suffix; JSON is shown rather than saved
     */
    public static Response.ResponseBuilder of(Object entity, ReportFormat format, String language, String fileName) {
        Response.ResponseBuilder answer = Response.ok(entity, type(format))
                .header(HttpHeaders.VARY, "Authorization, Cookie, Accept, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (format != ReportFormat.JSON) {
            answer.header(HttpHeaders.CONTENT_LANGUAGE, language)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"%s.%s\"".formatted(fileName, format.suffix()));
        }
        return answer;
    }

    private static String type(ReportFormat format) {
        return format == ReportFormat.CSV ? "text/csv;charset=UTF-8" : format.mediaType();
    }
}
