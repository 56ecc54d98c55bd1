package kcs.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few pages of the front door itself: the merged API document and its reader, and what each problem means. */
final class Pages {
    private static final Pattern PROBLEM = Pattern.compile("/problems/([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final String DOCS = "/docs/";
    private static final String OWN = "/kcs/local/docs/";
    private static final String SWAGGER_UI = "/META-INF/resources/openapi-ui/";
    private static final Map<String, String> DOCS_FILES = Map.of(
            "", OWN + "index.html",
            "start.js", OWN + "start.js",
            "swagger-ui.css", SWAGGER_UI + "swagger-ui.css",
            "swagger-ui-bundle.js", SWAGGER_UI + "swagger-ui-bundle.js");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Vertx vertx;
    private final OpenApi openApi;
    private final Path problems;
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    Pages(Vertx vertx, Settings settings, OpenApi openApi) {
        this.vertx = vertx;
        this.openApi = openApi;
        this.problems = settings.root().resolve("docs/problems");
    }

    /** Answers if there is such a page; otherwise returns false and leaves the request alone. */
    boolean answers(HttpServerRequest request, String path) {
        Matcher problem = PROBLEM.matcher(path);
        boolean known = problem.matches() || path.equals("/openapi") || path.equals("/docs") || isDocsFile(path);
        if (!known) {
            return false;
        }
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            Refusals.methodNotAllowed(request);
        } else if (problem.matches()) {
            sendProblemPage(request, problem.group(1));
        } else if (path.equals("/openapi")) {
            sendOpenApi(request);
        } else if (path.equals("/docs")) {
            request.response().setStatusCode(308).putHeader("Location", DOCS).end();
        } else {
            sendDocsFile(request, path.substring(DOCS.length()));
        }
        return true;
    }

    private static boolean isDocsFile(String path) {
        return path.startsWith(DOCS) && DOCS_FILES.containsKey(path.substring(DOCS.length()));
    }

    private void sendOpenApi(HttpServerRequest request) {
        openApi.merged()
                .onSuccess(document -> send(request, "application/json", document.toBuffer()))
                .onFailure(failure -> Refusals.unavailable(request));
    }

    private void sendDocsFile(HttpServerRequest request, String name) {
        String type = name.isEmpty()
                ? "text/html; charset=utf-8"
                : name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        send(request, type, files.computeIfAbsent(DOCS_FILES.get(name), Pages::load));
    }

    private static Buffer load(String resource) {
        try (InputStream in = Pages.class.getResourceAsStream(resource)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private void sendProblemPage(HttpServerRequest request, String slug) {
        vertx.fileSystem()
                .readFile(problems.resolve(slug + ".md").toString())
                .onSuccess(text -> {
                    String accept = request.getHeader("Accept");
                    if (accept != null && accept.contains("text/markdown")) {
                        send(request, "text/markdown; charset=utf-8", text);
                    } else {
                        String page = PlainMarkdown.page(text.toString());
                        send(request, "text/html; charset=utf-8", Buffer.buffer(page));
                    }
                })
                .onFailure(absent -> Refusals.notFound(request));
    }

    private static void send(HttpServerRequest request, String type, Buffer body) {
        request.response()
                .putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Vary", "Accept")
                .putHeader("Content-Length", Integer.toString(body.length()));
        if (request.method() == HttpMethod.HEAD) {
            request.response().end();
        } else {
            request.response().end(body);
        }
    }
}
