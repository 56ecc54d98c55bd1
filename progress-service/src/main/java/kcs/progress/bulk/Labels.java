package kcs.progress.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kcs.progress.submissions.DeclaredHealth;
import kcs.progress.submissions.SubmissionKind;

/** What officials call the words of the API. */
final class Labels {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Map<Enum<?>, String> KOREAN = Map.<Enum<?>, String>of(
            SubmissionKind.PROGRESS, "실적",
            SubmissionKind.NOTHING_TO_REPORT, "보고사항 없음",
            SubmissionKind.NOT_APPLICABLE, "해당 없음",
            DeclaredHealth.ON_TRACK, "정상",
            DeclaredHealth.AT_RISK, "주의",
            DeclaredHealth.OFF_TRACK, "부진",
            DeclaredHealth.COMPLETED, "완료");

    private Labels() {}

    /** What a word is called; in English it is the word itself. Null for null. */
    static String of(Enum<?> word, Locale language) {
        if (word == null) {
            return null;
        }
        return language.equals(Locale.KOREAN) ? KOREAN.get(word) : word.name();
    }

    static <E extends Enum<E>> List<String> all(Class<E> words, Locale language) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> of(word, language))
                .toList();
    }

    /** The word that a text stands for, itself or what it is called; blanks do not matter. */
    static <E extends Enum<E>> Optional<E> word(Class<E> words, String text) {
        String plain = plain(text);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> plain.equals(word.name()) || plain.equals(plain(KOREAN.get(word))))
                .findFirst();
    }

    private static String plain(String text) {
        return BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
