package kcs.progress.bulk;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import kcs.chassis.json.BodyReader;
import kcs.chassis.json.Incoming;
import kcs.chassis.problem.LargeBodies;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemTexts;
import kcs.progress.tables.TableFormat;

/** What is sent to be filed in bulk: a sheet may be larger than JSON. */
@Singleton
class BulkBodies implements LargeBodies {
    /** The most that a sheet may hold; one that is full of text is unpacked to six times as much. */
    static final int MOST_BYTES = 5 << 20;

    private static final Pattern FILING = Pattern.compile("/api/v1/cycles/[^/]+/submissions");

    private final BodyReader json;
    private final ProblemTexts texts;

    BulkBodies(BodyReader json, ProblemTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** The body of this request, not yet read. */
    BulkBody of(Incoming body, RoutingContext request) {
        String language = request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return new BulkBody(json, texts, body, ProblemTexts.language(language));
    }

    @Override
    public boolean take(RoutingContext request) {
        return request.request().method() == HttpMethod.POST
                && FILING.matcher(request.normalizedPath()).matches()
                && TableFormat.declared(request.request().getHeader(HttpHeaders.CONTENT_TYPE))
                        .filter(format -> format != TableFormat.JSON)
                        .isPresent();
    }

    @Override
    public long most() {
        return MOST_BYTES;
    }

    @Override
    public ProblemException tooLarge() {
        return new ProblemException(413, "too-large", (MOST_BYTES >> 20) + " MiB");
    }
}
