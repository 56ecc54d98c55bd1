package kcs.chassis.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Titles and details of problems in Korean and English, gathered from every module on the class path. */
@Singleton
public class ProblemTexts {
    private static final String RESOURCE = "META-INF/kcs/problems_%s.properties";

    private final Map<String, Map<String, String>> byLanguage = Map.of("ko", load("ko"), "en", load("en"));

    /**
     * Writes a text out.
     *
     * @throws IllegalStateException when nobody wrote the text: a defect that the tests of the texts find first
     */
    public String text(String key, Locale language, Object... arguments) {
        String pattern = byLanguage.get(language.getLanguage()).get(key);
        if (pattern == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return new MessageFormat(pattern, language).format(arguments);
    }

    /** What is wrong with one place of the input, in words. */
    public String text(FieldError error, Locale language) {
        String field = "field." + error.code();
        return text(has(field) ? field : error.code() + ".detail", language, error.arguments());
    }

    private boolean has(String key) {
        return byLanguage.get("ko").containsKey(key);
    }

    /** The keys that are written in a language; both have the same. */
    public Set<String> keys(String language) {
        return Collections.unmodifiableSet(byLanguage.get(language).keySet());
    }

    /** Korean unless English is asked for and preferred to it. */
    public static Locale language(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.KOREAN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            Locale best = Locale.lookup(ranges, List.of(Locale.KOREAN, Locale.ENGLISH));
            return best == null ? Locale.KOREAN : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.KOREAN;
        }
    }

    private static Map<String, String> load(String language) {
        Map<String, String> texts = new TreeMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL url : Collections.list(loader.getResources(RESOURCE.formatted(language)))) {
                Properties properties = new Properties();
                try (InputStreamReader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
