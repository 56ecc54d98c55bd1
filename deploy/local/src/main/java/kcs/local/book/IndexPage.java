package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The first page: how to ask, every operation, every kind of problem. */
final class IndexPage {
    private static final String HOW_TO_ASK = """
            <p class="lead">%s</p>
            <p><span lang="ko">이 안내서에서 <kbd>Ctrl</kbd>+<kbd>F</kbd>로 찾을 수 있습니다.</span>
            Everything is on these pages: find it with the browser’s own search. <a href="/docs/try">Try the API here</a>, or
            take <a href="/openapi">the document itself</a> (OpenAPI 3.1).</p>
            <h2 id="how">How to ask <a class="anchor" href="#how" aria-label="link to this place">#</a></h2>
            <ul>
            <li>All addresses begin with <code>/api/v1</code>, those of open data with <code>/open/v1</code>. Bodies are JSON; dates are <code>2024-10-15</code>, moments are
            <code>2024-10-15T01:00:00Z</code>.</li>
            <li>What is public is read without a token. Otherwise send <code>Authorization: Bearer …</code>; in the local stack
            <code>deploy/token planner</code> prints a token.</li>
            <li>A change names the version that it is of: send the <code>ETag</code> you read as <code>If-Match</code>. Without it
            the answer is 428, with an old one 412.</li>
            <li>A <code>POST</code> with an <code>Idempotency-Key</code> can be repeated without a second effect; programs must
            send one.</li>
            <li>Lists come in pages: send <code>nextCursor</code> as <code>cursor</code> for the next one.</li>
            <li>A refusal is a problem after RFC 9457; its <code>type</code> is the address of the page that explains it. Its
            words are Korean, or English by <code>Accept-Language: en</code>.</li>
            </ul>
            <p>In the examples <code>$API</code> is <code>http://localhost:8080/api/v1</code>
            and <code>$TOKEN</code> a token of the caller that is named. Identifiers and moments that differ from one run of the
            tests to the next stand in them in a settled form.</p>
            """;

    private final JsonObject document;
    private final List<Operation> operations;
    private final Problems problems;

    IndexPage(JsonObject document, List<Operation> operations, Problems problems) {
        this.document = document;
        this.operations = operations;
        this.problems = problems;
    }

    String html() {
        StringBuilder html = new StringBuilder("<h1>API <span lang=\"ko\">안내서</span> reference</h1>\n");
        html.append(
                HOW_TO_ASK.formatted(Html.prose(document.getJsonObject("info").getString("description"))));
        for (Object each : document.getJsonArray("tags", new JsonArray())) {
            JsonObject tag = (JsonObject) each;
            html.append(chapter(tag.getString("name"), tag.getString("description", "")));
        }
        return html.append(kindsOfProblems()).append(schemas()).toString();
    }

    private String chapter(String tag, String description) {
        List<Operation> own = operations.stream()
                .filter(operation -> operation.tag().equals(tag))
                .toList();
        String id = "chapter-" + ApiBook.pageOf(tag).replace(".html", "");
        return Html.heading(2, id, Html.link(ApiBook.pageOf(tag), Html.prose(tag))) + "<p>" + Html.prose(description)
                + "</p>\n"
                // The addresses of the page that was here before led to an operation like this.
                + list(own, tag, operation -> "/" + tag.replace(" ", "%20") + "/" + operation.id());
    }

    /** @param ids what a row is called, null when nothing points to it */
    static String list(List<Operation> operations, String caption, Function<Operation, String> ids) {
        Table table = new Table("operations", caption, List.of("Operations", "Address", "Who may"));
        operations.forEach(operation -> table.row(
                ids.apply(operation),
                List.of(
                        Html.link(
                                ApiBook.pageOf(operation.tag()) + "#" + operation.id(),
                                Html.prose(operation.summary())),
                        operation.signature(),
                        operation.callers())));
        return table.html();
    }

    private String kindsOfProblems() {
        StringBuilder html = new StringBuilder(Html.heading(2, "problems", Words.both("Problems")));
        problems.byStatus().forEach((status, kinds) -> {
            html.append(Html.heading(3, "status-" + status, status));
            Table table = new Table("problems", "Problems with status " + status, List.of("Kinds", "Meaning"));
            kinds.forEach(kind -> table.row(
                    null,
                    List.of(
                            Problems.page(kind.slug()),
                            Html.prose(kind.koreanMeaning()) + "<br>" + Html.prose(kind.englishMeaning()))));
            html.append(table.html());
        });
        return html.toString();
    }

    private String schemas() {
        return document.getJsonObject("components").getJsonObject("schemas").fieldNames().stream()
                .sorted()
                .map(name -> Html.link("schemas.html#" + name, Html.code(name)))
                .collect(Collectors.joining(
                        " ", Html.heading(2, "schemas", Words.both("Schemas")) + "<p class=\"names\">", "</p>\n"));
    }
}
