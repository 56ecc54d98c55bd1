package kcs.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Holds the texts of problems on the class path against each other and against the pages of {@code docs/problems}. */
public final class ProblemPages {

    private ProblemPages() {}

    /** Fails when a text is missing in one language, or a kind of problem has no page that tells both. */
    public static void assertComplete() {
        Set<String> korean = keys("ko");
        Set<String> english = keys("en");
        assertThat(korean).as("texts in Korean").isEqualTo(english);
        for (String key : english) {
            if (key.endsWith(".title")) {
                String slug = key.substring(0, key.length() - ".title".length());
                assertThat(english).contains(slug + ".detail");
                assertPage(slug);
            }
        }
    }

    private static void assertPage(String slug) {
        Path page = ApiDocument.checkout().resolve("docs/problems/" + slug + ".md");
        assertThat(page).as("the page of %s", slug).exists();
        try {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .startsWith("# " + slug)
                    .contains("한국어")
                    .contains("English");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(String language) {
        Set<String> keys = new TreeSet<>();
        String name = "META-INF/kcs/problems_" + language + ".properties";
        try {
            for (URL url : Collections.list(ProblemPages.class.getClassLoader().getResources(name))) {
                Properties texts = new Properties();
                try (InputStreamReader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                keys.addAll(texts.stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }
}
