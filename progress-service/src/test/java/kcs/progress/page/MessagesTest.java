package kcs.progress.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say, in both languages. */
class MessagesTest {
    private static final Path ASSETS = Path.of("src/main/resources/web/assets");

    /** Read by every page, and by every page but the dashboard. */
    private static final List<Path> SHARED = List.of(ASSETS, ASSETS.resolve("work"));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    /** A message that is asked for by its whole name. */
    private static final Pattern ASKED = Pattern.compile("\\bs\\.t\\('([\\w.]+)'|\\bsay\\('([\\w.]+)'");

    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(ASSETS)) {
            return all.filter(file -> file.endsWith("messages_ko.json"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static Map<String, String> messages(Path folder, String language) throws IOException {
        return JSON.readValue(folder.resolve("messages_" + language + ".json").toFile(), new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("folders")
    void areThereInBothLanguagesWithTheSamePlaces(Path folder) throws IOException {
        Map<String, String> korean = messages(folder, "ko");
        Map<String, String> english = messages(folder, "en");

        assertThat(english.keySet()).isEqualTo(korean.keySet());
        korean.forEach(
                (key, message) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(message)));
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areSaidOnce() throws IOException {
        Map<String, Path> said = new TreeMap<>();
        for (Path folder : folders()) {
            for (String key : messages(folder, "ko").keySet()) {
                // Pages whose messages are never read together may use the same name.
                Path before = said.put(isShared(folder) ? key : folder + " " + key, folder);
                assertThat(before).as(key).isNull();
            }
        }
        Set<String> shared = new TreeSet<>();
        for (Path folder : SHARED) {
            shared.addAll(messages(folder, "ko").keySet());
        }
        for (Path folder : folders()) {
            if (!isShared(folder)) {
                assertThat(messages(folder, "ko").keySet())
                        .as(folder.toString())
                        .doesNotContainAnyElementsOf(shared);
            }
        }
    }

    private static boolean isShared(Path folder) {
        return SHARED.contains(folder);
    }

    @Test
    void areThereWhereTheyAreAskedFor() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path folder : folders()) {
            known.addAll(messages(folder, "ko").keySet());
        }
        try (Stream<Path> all = Files.walk(ASSETS)) {
            for (Path module :
                    all.filter(file -> file.toString().endsWith(".js")).toList()) {
                assertThat(asked(Files.readString(module)))
                        .as(module.toString())
                        .isSubsetOf(known);
            }
        }
    }

    private static Set<String> asked(String module) {
        return ASKED.matcher(module)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
