package kcs.progress.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;
import kcs.chassis.concurrency.ETag;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.Problems;
import kcs.progress.page.PageFiles.Found;

/** The pages, and their files under {@code /assets}; nothing else of the class path is ever answered. */
@Singleton
class PageRoutes {
    private static final String ASSETS = PageFiles.ASSETS + "*";

    /** Named among what is accepted, and not by {@code q=0} as what is not. */
    private static final Pattern ZIPPED = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    /** The page needs its own files and the API, and nobody needs the page in a frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> PROTECTION = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            // To no other site; to this one, or a form of the page would not say where it comes from.
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    /** What a release names does not change under its name; all else is asked for again with its tag. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Problems problems;
    private final PageFiles files;

    PageRoutes(Problems problems, PageFiles files) {
        this.problems = problems;
        this.files = files;
    }

    void register(@Observes Router router) {
        for (Page page : Page.values()) {
            page.paths()
                    .forEach(path ->
                            router.route(path).handler(request -> serve(request, new Found(files.page(page), false))));
        }
        router.route(ASSETS).handler(request -> {
            String path = request.request().path();
            files.asset(path)
                    .ifPresentOrElse(
                            found -> serve(request, found),
                            () -> problems.send(ProblemException.notFound(path), request));
        });
    }

    private void serve(RoutingContext request, Found found) {
        HttpMethod method = request.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            answer(request, found.file(), found.forEver() ? FOR_EVER : "no-cache");
        } else {
            problems.send(new ProblemException(405, "method-not-allowed").header("Allow", "GET, HEAD"), request);
        }
    }

    private static void answer(RoutingContext request, PageFile file, String caching) {
        HttpServerResponse response = request.response();
        PROTECTION.forEach(response::putHeader);
        boolean zip = file.zipped() != null && takesZipped(request);
        String etag = zip ? file.etag().replaceAll("\"$", "-gzip\"") : file.etag();
        response.putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (ETag.matches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatusCode(304).end();
            return;
        }
        Buffer body = zip ? file.zipped() : file.plain();
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        if (zip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private static boolean takesZipped(RoutingContext request) {
        String accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && ZIPPED.matcher(accepted).find();
    }
}
