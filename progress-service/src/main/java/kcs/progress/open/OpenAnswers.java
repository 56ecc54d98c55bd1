package kcs.progress.open;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kcs.chassis.concurrency.ETag;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Demonstration;
import kcs.progress.document.ReportFormat;
import kcs.progress.publicdata.PublicData;
import kcs.progress.reports.ReportAnswer;
import kcs.progress.reports.ReportFormats;

/** Answers everybody alike, and says how long that may be kept and under what terms it is given. */
@Singleton
class OpenAnswers {
    /** Who asks is not among it. */
    static final String DEPENDS_ON = "Accept, Accept-Language";

    private static final List<ReportFormat> FORMATS = List.of(ReportFormat.JSON, ReportFormat.CSV);

    private final ObjectMapper json;
    private final RoutingContext request;
    private final OpenTerms terms;
    private final String keeping;

    OpenAnswers(ObjectMapper json, RoutingContext request, OpenSettings settings, Demonstration demonstration) {
        this.json = json;
        this.request = request;
        this.terms = new OpenTerms(Licence.ofType(settings.koglType()), demonstration.on());
        this.keeping = "public, max-age=" + settings.maxAge().toSeconds();
    }

    OpenTerms terms() {
        return terms;
    }

    /** The page of a list that is asked for, as JSON or CSV. */
    <T> Response list(OpenLists<T> list, PublicData data, HttpHeaders headers) {
        MultiMap parameters = request.queryParams();
        OpenPage page = page(list.filters(), parameters);
        ReportFormat format = ReportFormats.wanted(parameters, headers.getAcceptableMediaTypes(), FORMATS);
        List<T> asked = list.items().apply(data).stream()
                .filter(list.filters().asked(parameters))
                .toList();
        List<T> items = page.of(asked);
        Instant updatedAt = list.newest(asked);
        byte[] body = format == ReportFormat.CSV
                ? list.columns().csv(items)
                : written(new OpenList<>(page, asked.size(), terms, updatedAt, items));
        return forEverybody(ReportAnswer.of(body, format, "ko", list.name()).build(), body, updatedAt);
    }

    private static OpenPage page(OpenFilters<?> filters, MultiMap parameters) {
        Set<String> known = new HashSet<>(OpenPage.PARAMETERS);
        known.add(ReportFormats.PARAMETER);
        known.addAll(filters.names());
        Query.only(parameters, known);
        List<FieldError> faults = new ArrayList<>(filters.faults(parameters));
        OpenPage page = OpenPage.of(parameters, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.unreadable(faults.toArray(FieldError[]::new));
        }
        return page;
    }

    /** One thing, as JSON of some kind. */
    Response one(Object view, String mediaType, Instant updatedAt) {
        byte[] body = written(view);
        return forEverybody(Response.ok(body, mediaType).build(), body, updatedAt);
    }

    /** @param updatedAt null where nothing is there that could have changed */
    Response forEverybody(Response answer, byte[] body, Instant updatedAt) {
        String tag = ETag.of(updatedAt == null ? 0 : updatedAt.getEpochSecond(), body);
        boolean known = ETag.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        Response.ResponseBuilder forAll = known ? Response.notModified() : Response.fromResponse(answer);
        // Upon what it depends the door has said.
        forAll.header(HttpHeaders.VARY, null)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, keeping)
                .header(HttpHeaders.ETAG, tag)
                .header(
                        "Link",
                        "<%s>; rel=\"license\"".formatted(terms.licence().url()));
        if (updatedAt != null) {
            forAll.lastModified(Date.from(updatedAt));
        }
        return forAll.build();
    }

    private byte[] written(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
