package kcs.progress.words;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kcs.progress.directory.Label;

/** The words of the screens and the reports in one language: the {@code messages_*.json} that all pages for work share. */
public final class Words {
    /** Of the dashboard, and of all pages besides it. */
    private static final List<String> FOLDERS = List.of("/web/assets/", "/web/assets/work/");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public static final Words KOREAN = new Words("ko");
    public static final Words ENGLISH = new Words("en");

    private final String language;
    private final Map<String, String> messages = new HashMap<>();

    private Words(String language) {
        this.language = language;
        for (String folder : FOLDERS) {
            messages.putAll(read(folder + "messages_" + language + ".json"));
        }
    }

    private static Map<String, String> read(String path) {
        try (InputStream file = Words.class.getResourceAsStream(path)) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Korean unless the reader chose English. */
    public static Words of(Locale locale) {
        return locale != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : KOREAN;
    }

    /** {@code ko} or {@code en}. */
    public String language() {
        return language;
    }

    /**
     * A message.
     *
     * @param values name and value in turn, for the places in braces
     */
    public String say(String key, Object... values) {
        String message = messages.get(key);
        if (message == null) {
            throw new MissingResourceException("no message in " + language, "messages", key);
        }
        if (values.length == 0) {
            return message;
        }
        Matcher places = PLACE.matcher(message);
        return places.replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private static String value(String name, Object... values) {
        for (int i = 0; i + 1 < values.length; i += 2) {
            if (values[i].equals(name)) {
                return String.valueOf(values[i + 1]);
            }
        }
        throw new IllegalArgumentException("nothing was said for {" + name + "}");
    }

    /** What somebody wrote, in this language; what is not there in English is said in Korean, and that it is. */
    public String say(Label label) {
        if (language.equals("ko")) {
            return label.ko();
        }
        return label.en() == null ? say("report.koreanOnly", "text", label.ko()) : label.en();
    }

    /** The word of a code, such as of a status. */
    public String name(String kind, Enum<?> code) {
        return say(kind + "." + code.name());
    }
}
