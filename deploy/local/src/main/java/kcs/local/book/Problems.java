package kcs.local.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of problem that has a page, by its status. */
record Problems(Map<String, List<Kind>> byStatus) {
    private static final Pattern HEAD = Pattern.compile("# ([a-z0-9-]+) · (\\w+)");

    /** A kind, with what its page says first in each language. */
    record Kind(String slug, String koreanMeaning, String englishMeaning) {}

    /** Reads {@code docs/problems}. */
    static Problems in(Path folder) {
        Map<String, List<Kind>> byStatus = new TreeMap<>();
        try (Stream<Path> pages = Files.list(folder)) {
            for (Path page : pages.sorted().toList()) {
                read(Files.readString(page), byStatus);
            }
            return new Problems(byStatus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String page, Map<String, List<Kind>> byStatus) {
        Matcher head = HEAD.matcher(page);
        if (head.lookingAt()) {
            Kind kind = new Kind(head.group(1), firstOf("한국어", page), firstOf("English", page));
            byStatus.computeIfAbsent(head.group(2), status -> new ArrayList<>()).add(kind);
        }
    }

    /** The first paragraph below a heading, without the words that introduce what each page says first. */
    private static String firstOf(String heading, String page) {
        Matcher paragraph = Pattern.compile("## " + heading + "\n\n(.+?)\n\n", Pattern.DOTALL)
                .matcher(page);
        return !paragraph.find()
                ? ""
                : paragraph
                        .group(1)
                        .replaceFirst("^\\*\\*(?:뜻|What it means)\\*\\* ", "")
                        .replace("**", "")
                        .replace('\n', ' ');
    }

    static String page(String slug) {
        return Html.link("/problems/" + slug, Html.code(slug));
    }

    /**
     * Links to the pages of the kinds an operation refuses with.
     *
     * @param usual the slug of what is documented for the status, whether or not there is a page of it
     * @param seen the slugs that its tests met
     */
    String linksFor(String status, String usual, List<String> seen) {
        List<Kind> all = byStatus.getOrDefault(status, List.of());
        if (!seen.isEmpty()) {
            return seen.stream().map(Problems::page).collect(Collectors.joining("<br>"));
        }
        if (all.stream().anyMatch(kind -> kind.slug().equals(usual))) {
            return page(usual);
        }
        return all.size() == 1
                ? page(all.get(0).slug())
                : Html.link("index.html#status-" + status, "those of " + status);
    }
}
