package kcs.progress.document;

import java.util.List;

/**
 * A report as people read it: in one language, in no format yet. Every format is written from this, so what one of them
 * says the others say, too.
 *
 * @param language {@code ko} or {@code en}; it decides how numbers, days and times are written
 * @param facts what stands on the first page: of which plan and period, as of when, for whom
 * @param notices what must not be overlooked, such as that these are demonstration data
 * @param header what stands at the head of every page
 */
public record ReportDocument(
        String language,
        String title,
        String subtitle,
        List<Fact> facts,
        List<String> notices,
        String header,
        List<Section> sections) {

    /** A line of the first page. */
    public record Fact(String label, Cell value) {}

    /**
     * A part with a heading, listed in the table of contents.
     *
     * @param id of small letters and hyphens, unlike any other of the document
     */
    public record Section(String id, String title, List<Block> blocks) {}

    public ReportDocument {
        facts = List.copyOf(facts);
        notices = List.copyOf(notices);
        sections = List.copyOf(sections);
    }
}
