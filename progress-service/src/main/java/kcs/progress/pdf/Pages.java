package kcs.progress.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.progress.document.Block;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.Stopped;
import org.w3c.dom.Document;

/** Lays a report out: cover, contents, sections. What it looks like stands in {@code report.css}. */
class Pages {
    /** What text is as wide as, on an upright page and on one laid across, in CSS pixels: 170 and 257 mm. */
    static final double PORTRAIT = 642;

    private static final double LANDSCAPE = 971;

    /** Where there are notices, the first page has a head for them as well. */
    private static final String FIRST_STRIP =
            "@page :first { margin-top: 11mm; @top-center { content: element(first-strip); } }";

    private final ReportDocument report;
    private final Script script;
    private final TableRows rows;
    private final Drawings drawings;
    private final TableMarkup tables;
    private final Markup html;
    private final Markup head;

    Pages(ReportDocument report, Script script, TableRows rows) {
        this.report = report;
        this.script = script;
        this.rows = rows;
        this.drawings = new Drawings(script);
        this.tables = new TableMarkup(new CellMarkup(script));
        this.html = Markup.root(report.language(), script.glyphs());
        this.head = html.add("head");
    }

    /** The whole document as XHTML. */
    Document lay(String style) {
        head.add("title").text(report.title());
        head.add("meta", "name", "subject", "content", report.subtitle());
        head.add("style").text(report.notices().isEmpty() ? style : style + FIRST_STRIP);
        Contents parts = new Contents(report.sections(), script.words());
        parts.bookmarks(head.add("bookmarks"));
        Markup body = html.add("body");
        runningHead(body);
        runningFoot(body);
        cover(body.add("div", "class", "cover"));
        Markup contents = body.add("div", "class", "contents");
        parts.list(contents);
        sections(body);
        if (script.glyphs().lacked()) {
            contents.add("p", "class", "lacked").text(script.words().noGlyph());
        }
        return html.document();
    }

    /** What draws the pictures of the pages. */
    Drawings drawings() {
        return drawings;
    }

    private void runningHead(Markup body) {
        Markup running = body.add("div", "class", "running-head");
        if (!report.notices().isEmpty()) {
            String all = String.join(" · ", report.notices());
            running.add("div", "class", "strip").text(all);
            body.add("div", "class", "first-strip").text(all);
        }
        running.add("div", "class", "head-line").text(report.header());
    }

    private void runningFoot(Markup body) {
        body.add("div", "class", "running-foot")
                .add("div", "class", "foot-line", "title", script.words().page())
                .text(report.title());
    }

    private void cover(Markup cover) {
        Markup band = cover.add("div", "class", "band");
        band.add("p", "class", "band-head").text(report.header());
        band.add("h1").text(report.title());
        band.add("p", "class", "subtitle").text(report.subtitle());
        Markup below = cover.add("div", "class", "below");
        tables.facts(report.facts(), below);
        if (!report.notices().isEmpty()) {
            Markup box = below.add("div", "class", "notices");
            report.notices().forEach(notice -> box.add("p").lines(notice));
        }
    }

    /**
     * Sections follow each other; only where pages lie another way does one begin a new page. So one between two that are
     * laid across is laid across as well.
     */
    private void sections(Markup body) {
        List<ReportDocument.Section> sections = report.sections();
        List<Map<String, TableSheet>> sheets =
                sections.stream().map(this::sheets).toList();
        List<Boolean> wide = sheets.stream()
                .map(tables -> tables.values().stream().anyMatch(TableSheet::isWide))
                .toList();
        for (int i = 0; i < sections.size(); i++) {
            boolean between = wide.subList(0, i).contains(true)
                    && wide.subList(i, wide.size()).contains(true);
            section(sections.get(i), sheets.get(i), wide.get(i) || between, body);
        }
    }

    private Map<String, TableSheet> sheets(ReportDocument.Section section) {
        Map<String, TableSheet> sheets = new HashMap<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Table table) {
                sheets.put(table.id(), new TableSheet(table, rows.of(table), script));
            }
        }
        return sheets;
    }

    /** Headings stand beside what they head and not around it: only so do they stay with it at the end of a page. */
    private void section(ReportDocument.Section section, Map<String, TableSheet> sheets, boolean wide, Markup body) {
        double width = wide ? LANDSCAPE : PORTRAIT;
        Markup own = body.add("div", "class", wide ? "section wide" : "section");
        own.add("h2", "id", Contents.anchor(section)).text(section.title());
        for (Block block : section.blocks()) {
            Stopped.ifSo();
            if (block instanceof Block.Paragraph paragraph) {
                own.add("div", "class", "paragraph").lines(paragraph.text());
            } else if (block instanceof Block.Table table) {
                TableSheet sheet = sheets.get(table.id());
                Markup place = sheet.isShort() ? own.add("div", "class", "together") : own;
                place.add("h3", "id", Contents.anchor(table.id())).text(table.title());
                tables.table(sheet, width, place);
            } else if (block instanceof Block.Chart chart) {
                own.add("h3", "id", Contents.anchor(chart.id())).text(chart.title());
                chart(chart, width, own);
            }
        }
    }

    private void chart(Block.Chart chart, double width, Markup section) {
        List<Drawings.Part> parts = drawings.parts(chart, width);
        for (int i = 0; i < parts.size(); i++) {
            String alternative = i == 0
                    ? chart.summary()
                    : chart.title() + " " + script.words().continued();
            section.add("div", "class", "chart")
                    .add("object", "type", Drawings.CHART, "data", parts.get(i).id(), "alt", alternative)
                    .set("style", "width:" + width + "px;height:" + parts.get(i).height() + "px");
        }
    }
}
