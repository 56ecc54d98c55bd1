package kcs.local.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiBookTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:href|src)=\"((?:https?:)?//[^\"]*)\"");
    private static final Pattern LOADED = Pattern.compile("url\\('(?!/assets/)([^']*)");

    private final JsonObject document = read(DOCS.resolve("openapi/openapi.json"));
    private final Map<String, String> book = ApiBook.of(document, DOCS.resolve("problems"));

    @Test
    void theKeptBookIsMadeOfTheKeptDocument() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(DOCS.resolve("api"))) {
            for (Path file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.readString(file));
            }
        }

        assertThat(kept.equals(book))
                .withFailMessage("docs/api is older than docs/openapi/openapi.json or docs/problems:"
                        + " run deploy/openapi and commit what it wrote")
                .isTrue();
    }

    @Test
    void hasASectionForEveryOperationAndSchema() {
        for (Operation operation : Operation.allOf(document)) {
            assertThat(ids(book.get(ApiBook.pageOf(operation.tag())))).contains(operation.id());
        }
        assertThat(ids(book.get("schemas.html")))
                .containsAll(document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .fieldNames());
    }

    @Test
    void everyOperationShowsAnExampleOrWhyThereIsNone() {
        for (Operation operation : Operation.allOf(document)) {
            JsonObject about = operation.described().getJsonObject("x-example", new JsonObject());

            assertThat(about.containsKey("none") || about.containsKey("status"))
                    .as(operation.id())
                    .isTrue();
        }
    }

    @Test
    void pointsToNothingThatIsNotThere() {
        Map<String, Set<String>> ids = new HashMap<>();
        book.forEach((page, html) -> ids.put(page, ids(html)));

        book.forEach((page, html) -> matches(LINK, html).forEach(link -> {
            if (link.startsWith("/problems/")) {
                assertThat(DOCS.resolve("problems/" + link.substring(10) + ".md"))
                        .exists();
            } else if (!link.startsWith("/")) {
                String[] pageAndPlace = (link.startsWith("#") ? page + link : link).split("#", 2);
                assertThat(ids).as("%s of %s", link, page).containsKey(pageAndPlace[0]);
                if (pageAndPlace.length == 2) {
                    assertThat(ids.get(pageAndPlace[0])).as(page).contains(pageAndPlace[1]);
                }
            }
        }));
    }

    @Test
    void answersToTheAddressesOfThePageThatWasHereBefore() {
        assertThat(ids(book.get("index.html"))).contains("/Tasks/listTasks", "/Business%20days/deriveDueDate");
    }

    @Test
    void asksNothingOfAnotherHostAndRunsNothing() {
        book.forEach((page, html) -> {
            assertThat(html).as(page).doesNotContain("<script", "style=", "onclick", "javascript:", "@import");
            assertThat(matches(ELSEWHERE, html)).as(page).isEmpty();
            assertThat(matches(LOADED, html)).as(page).isEmpty();
        });
    }

    @Test
    void headingsFollowOneAnotherAndNoTwoPlacesHaveOneName() {
        book.forEach((page, html) -> {
            int before = 0;
            for (String level : matches(HEADING, html).toList()) {
                assertThat(Integer.parseInt(level)).as(page).isLessThanOrEqualTo(before + 1);
                before = Integer.parseInt(level);
            }
            Set<String> seen = new HashSet<>();
            matches(ID, html)
                    .forEach(id ->
                            assertThat(seen.add(id)).as("%s in %s", id, page).isTrue());
        });
    }

    @Test
    void marksKoreanAndTakesNoTextForMarkup() {
        String html = Html.prose("과제 목록. A `<b>` means 또는, or");

        assertThat(html)
                .isEqualTo("<span lang=\"ko\">과제 목록</span>. A <code>&lt;b&gt;</code> means"
                        + " <span lang=\"ko\">또는</span>, or");
    }

    @Test
    void putsOnOneLineWhatFitsThere() {
        String text = "{\"name\": {\"ko\": \"관세청\", \"en\": null}, \"codes\": [1, 2]}";

        assertThat(JsonText.of(new JsonObject(text))).isEqualTo(text);
        assertThat(JsonText.of(new JsonObject(text).put("more", "x".repeat(80))))
                .startsWith("{\n  \"name\": {\"ko\": \"관세청\", \"en\": null},\n");
    }

    @Test
    void takesAwayWhatIsNoLongerPartOfTheBook(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("old.html"), "old");

        ApiBook.write(Map.of("index.html", "new"), folder);

        assertThat(folder.toFile().list()).containsExactly("index.html");
    }

    private static Set<String> ids(String html) {
        return matches(ID, html).collect(Collectors.toSet());
    }

    private static Stream<String> matches(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(found -> found.group(1));
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
