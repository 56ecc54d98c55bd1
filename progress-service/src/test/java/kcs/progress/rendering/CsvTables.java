package kcs.progress.rendering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of a report in CSV, read by hand after RFC 4180: by another hand than the one that writes them. */
public final class CsvTables {
    private final String text;
    private int at;

    private CsvTables(String text) {
        this.text = text;
    }

    /** The facts first, then every table that has rows, its headings above. */
    public static List<List<List<String>>> of(byte[] file) {
        List<List<List<String>>> tables = new ArrayList<>();
        List<List<List<String>>> parts = parts(file);
        tables.add(parts.get(0).stream().filter(line -> line.size() == 2).toList());
        parts.stream()
                .skip(1)
                .filter(part -> part.size() > 2)
                .map(part -> part.subList(1, part.size()))
                .forEach(tables::add);
        tables.removeIf(List::isEmpty);
        return tables;
    }

    /** What stands between empty lines. */
    static List<List<List<String>>> parts(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        CsvTables reader = new CsvTables(text.substring(text.startsWith("\ufeff") ? 1 : 0));
        List<List<List<String>>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        while (reader.at < reader.text.length()) {
            if (reader.skip("\r\n")) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(reader.line());
            }
        }
        return parts;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(restored(skip("\"") ? quoted() : plain()));
        } while (skip(","));
        if (!skip("\r\n")) {
            throw new IllegalStateException("no line end at " + at);
        }
        return cells;
    }

    /** What is kept from being taken for a formula has an apostrophe before it. */
    private static String restored(String cell) {
        return cell.matches("(?s)'+[=+\\-@\t\r\n].*") ? cell.substring(1) : cell;
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        while (true) {
            int end = text.indexOf('"', at);
            cell.append(text, at, end);
            at = end + 1;
            if (!skip("\"")) {
                return cell.toString();
            }
            cell.append('"');
        }
    }

    private String plain() {
        int start = at;
        while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }
}
