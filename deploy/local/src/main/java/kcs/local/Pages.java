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

/**
 * The few pages of the front door itself: the merged API document, the book made of it, a page to try the API, and what
 * each problem means.
 */
final class Pages {
    private static final Pattern PROBLEM = Pattern.compile("/problems/([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final String DOCS = "/docs/";
    private static final String OWN = "/kcs/local/docs/";
    private static final String SWAGGER_UI = "/META-INF/resources/openapi-ui/";
    private static final Pattern BOOK = Pattern.compile("/docs/((?:[a-z0-9-]+\\.html|book\\.css)?)");
    private static final Map<String, String> DOCS_FILES = Map.of(
            "try", OWN + "try.html",
            "start.js", OWN + "start.js",
            "swagger-ui.css", SWAGGER_UI + "swagger-ui.css",
            "swagger-ui-bundle.js", SWAGGER_UI + "swagger-ui-bundle.js");
    private static final String NOTHING_ELSE = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; " + NOTHING_ELSE;
    /** The book has no script, and no style but its own file. */
    private static final String POLICY_OF_BOOK =
            "default-src 'none'; style-src 'self'; font-src 'self'; " + NOTHING_ELSE;

    private final Vertx vertx;
    private final OpenApi openApi;
    private final Path problems;
    private final Path book;
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    Pages(Vertx vertx, Settings settings, OpenApi openApi) {
        this.vertx = vertx;
        this.openApi = openApi;
        this.problems = settings.root().resolve("docs/problems");
        this.book = settings.root().resolve("docs/api");
    }

    /** Answers if there is such a page; otherwise returns false and leaves the request alone. */
    boolean answers(HttpServerRequest request, String path) {
        Matcher problem = PROBLEM.matcher(path);
        Matcher page = BOOK.matcher(path);
        boolean known = problem.matches()
                || page.matches()
                || path.equals("/openapi")
                || path.equals("/docs")
                || isDocsFile(path);
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
        } else if (page.matches()) {
            sendPage(request, page.group(1));
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

    private void sendPage(HttpServerRequest request, String name) {
        String file = name.isEmpty() ? "index.html" : name;
        vertx.fileSystem()
                .readFile(book.resolve(file).toString())
                .onSuccess(page -> send(request, typeOf(file), page, POLICY_OF_BOOK))
                .onFailure(absent -> Refusals.notFound(request));
    }

    private void sendDocsFile(HttpServerRequest request, String name) {
        String file = DOCS_FILES.get(name);
        send(request, typeOf(file), files.computeIfAbsent(file, Pages::load));
    }

    private static String typeOf(String file) {
        String kind = file.substring(file.lastIndexOf('.') + 1);
        return "text/" + (kind.equals("js") ? "javascript" : kind) + "; charset=utf-8";
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
        send(request, type, body, POLICY);
    }

    private static void send(HttpServerRequest request, String type, Buffer body, String policy) {
        request.response()
                .putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", policy)
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
