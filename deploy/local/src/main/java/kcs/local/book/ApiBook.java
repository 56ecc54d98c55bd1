package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kcs.local.book.Frame.Chapter;

/**
 * The API's document as a book to read: an index, a chapter for each tag and one for the schemas. Plain pages without
 * scripts; the same document gives the same bytes.
 */
public final class ApiBook {
    private static final String STYLE = "book.css";

    private final JsonObject document;
    private final Problems problems;
    private final List<Operation> operations;
    private final Map<Chapter, JsonObject> tags = new java.util.LinkedHashMap<>();
    private final Chapter first = new Chapter("index.html", "목차 Contents");
    private final Chapter last = new Chapter("schemas.html", "자료형 Schemas");
    private final Frame frame;

    private ApiBook(JsonObject document, Problems problems) {
        this.document = document;
        this.problems = problems;
        this.operations = Operation.allOf(document);
        List<Chapter> chapters = new ArrayList<>(List.of(first));
        for (Object each : document.getJsonArray("tags", new JsonArray())) {
            JsonObject tag = (JsonObject) each;
            Chapter chapter = new Chapter(pageOf(tag.getString("name")), tag.getString("name"));
            tags.put(chapter, tag);
            chapters.add(chapter);
        }
        chapters.add(last);
        frame = new Frame(chapters, document.getJsonObject("info").getString("version"));
    }

    /**
     * Writes the book.
     *
     * @param document the merged OpenAPI document, with its examples
     * @param problems the folder of the pages that explain problems
     * @return the files of the book by their names
     */
    public static Map<String, String> of(JsonObject document, Path problems) {
        return new ApiBook(document, Problems.in(problems)).pages();
    }

    /** Puts the book in a folder, and removes from it what is no longer part of the book. */
    public static void write(Map<String, String> book, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : there.toList()) {
                if (!book.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> page : book.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    static String pageOf(String tag) {
        return tag.toLowerCase(Locale.ROOT).replace(' ', '-') + ".html";
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put(STYLE, style());
        pages.put(first.page(), frame.around(first, new IndexPage(document, operations, problems).html()));
        tags.forEach((chapter, tag) -> pages.put(chapter.page(), frame.around(chapter, chapter(tag))));
        pages.put(last.page(), frame.around(last, new SchemaPage(document).html()));
        return pages;
    }

    private String chapter(JsonObject tag) {
        List<Operation> own = operations.stream()
                .filter(operation -> operation.tag().equals(tag.getString("name")))
                .toList();
        StringBuilder html = new StringBuilder("<h1>" + Html.prose(tag.getString("name")) + "</h1>\n<p class=\"lead\">"
                + Html.prose(tag.getString("description", "")) + "</p>\n");
        html.append(IndexPage.list(own, "Operations of this chapter", operation -> null));
        own.forEach(operation -> html.append(new OperationSection(document, problems, operation).html()));
        return html.toString();
    }

    private static String style() {
        try (InputStream in = ApiBook.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
