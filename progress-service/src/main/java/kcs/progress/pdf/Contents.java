package kcs.progress.pdf;

import java.util.ArrayList;
import java.util.List;
import kcs.progress.document.Block;
import kcs.progress.document.ReportDocument;

/** What leads into a document: the list of its parts with their pages, and the outline beside it. */
class Contents {

    /** Something that is led to. */
    private record Entry(String anchor, String title) {}

    private final List<ReportDocument.Section> sections;
    private final Words words;

    Contents(List<ReportDocument.Section> sections, Words words) {
        this.sections = sections;
        this.words = words;
    }

    /** Where a section begins. */
    static String anchor(ReportDocument.Section section) {
        return "section-" + section.id();
    }

    /** Where a block begins. */
    static String anchor(String block) {
        return "block-" + block;
    }

    void bookmarks(Markup into) {
        for (ReportDocument.Section section : sections) {
            Markup own = into.add("bookmark", "name", section.title(), "href", "#" + anchor(section));
            for (Entry entry : entries(section)) {
                own.add("bookmark", "name", entry.title(), "href", "#" + entry.anchor());
            }
        }
    }

    void list(Markup into) {
        into.add("h2", "id", "contents").text(words.contents());
        Markup list = into.add("ul");
        for (ReportDocument.Section section : sections) {
            entry(list, "of-section", new Entry(anchor(section), section.title()));
            entries(section).forEach(entry -> entry(list, "of-block", entry));
        }
    }

    private void entry(Markup list, String kind, Entry entry) {
        String to = words.goTo().replace("{0}", entry.title());
        String target = "#" + entry.anchor();
        Markup item = list.add("li", "class", kind);
        item.add("a", "href", target, "title", to).text(entry.title());
        item.add("span", "class", "at", "href", target);
    }

    private static List<Entry> entries(ReportDocument.Section section) {
        List<Entry> entries = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Table table) {
                entries.add(new Entry(anchor(table.id()), table.title()));
            } else if (block instanceof Block.Chart chart) {
                entries.add(new Entry(anchor(chart.id()), chart.title()));
            }
        }
        return entries;
    }
}
