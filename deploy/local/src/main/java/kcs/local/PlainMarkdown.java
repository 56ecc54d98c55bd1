package kcs.local;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Shows our own problem pages: headings, lists, code and paragraphs, and nothing of it as markup of its own. */
final class PlainMarkdown {
    private static final String STYLE = "body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;"
            + "padding:0 1rem}code,pre{font-family:ui-monospace,monospace;background:#f2f4f6}pre{padding:.8rem;"
            + "overflow:auto}";

    private PlainMarkdown() {}

    static String page(String markdown) {
        String title = markdown.lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .map(line -> escaped(line.substring(2)))
                .orElse("KCS");
        String body = Arrays.stream(markdown.strip().split("\\R\\s*\\R"))
                .map(PlainMarkdown::block)
                .collect(Collectors.joining("\n"));
        return "<!doctype html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>" + title + "</title><style>" + STYLE
                + "</style></head><body><main>\n" + body + "\n</main></body></html>\n";
    }

    private static String block(String block) {
        String text = escaped(block.strip());
        if (text.startsWith("```")) {
            return "<pre>" + text.replaceAll("(?m)^```.*$\\R?", "") + "</pre>";
        }
        if (text.startsWith("#")) {
            String[] headingAndRest = text.split("\\R", 2);
            int level = Math.min(6, headingAndRest[0].replaceAll("[^#].*", "").length());
            String heading = headingAndRest[0].substring(level).strip();
            String rest = headingAndRest.length > 1 ? block(headingAndRest[1]) : "";
            return "<h" + level + ">" + inline(heading) + "</h" + level + ">" + rest;
        }
        if (text.startsWith("- ")) {
            return text.lines()
                    .map(line -> "<li>" + inline(line.replaceFirst("^- ", "")) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return "<p>" + inline(text) + "</p>";
    }

    private static String inline(String text) {
        return text.replaceAll("`([^`]+)`", "<code>$1</code>").replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
