package kcs.progress.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kcs.progress.pdf.PdfTables;
import kcs.progress.rendering.CsvTables;
import kcs.progress.rendering.HwpxTables;
import kcs.progress.rendering.XlsxTables;

/** Reads every figure back out of each format of a report and compares. */
public final class SameFigures {
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");
    private static final List<String> OF_A_CYCLE =
            List.of("expected", "received", "onTime", "late", "overdue", "missed", "returned", "accepted", "waived");

    private SameFigures() {}

    /** Holds the files of one report in one language against each other. */
    public static void inAll(byte[] csv, byte[] xlsx, byte[] hwpx, byte[] pdf) {
        List<List<List<String>>> tables = CsvTables.of(csv);
        assertThat(tables).hasSizeGreaterThan(2);
        assertThat(figures(XlsxTables.of(xlsx))).isEqualTo(figures(tables));
        assertThat(figures(HwpxTables.of(hwpx))).isEqualTo(figures(tables));
        assertThat(withoutMonths(PdfTables.of(pdf))).isEqualTo(withoutMonths(tables));
    }

    /** Holds a portfolio as data against the same as CSV in English. */
    public static void ofPortfolio(JsonNode json, byte[] csv) {
        List<List<List<String>>> tables = CsvTables.of(csv);
        assertThat(table(tables, "Declared").get(1))
                .containsExactly(
                        text(json, "/totals/declared"),
                        text(json, "/totals/published"),
                        text(json, "/totals/documented"),
                        text(json, "/totals/registered"),
                        text(json, "/totals/listed"));
        cycles(json, table(tables, "Period"));
        tasks(json, table(tables, "Complete (%)"));
        // The list of all checkpoints is the last, that of the unsettled ones has the same headings.
        assertThat(tables.get(tables.size() - 1)).hasSize(json.get("returns").size() + 1);
    }

    private static void cycles(JsonNode json, List<List<String>> cycles) {
        assertThat(cycles).hasSize(json.get("cycles").size() + 1);
        for (int i = 0; i < json.get("cycles").size(); i++) {
            JsonNode checkpoints = json.get("cycles").get(i).get("checkpoints");
            assertThat(cycles.get(i + 1).subList(3, 3 + OF_A_CYCLE.size()))
                    .isEqualTo(OF_A_CYCLE.stream()
                            .map(name -> checkpoints.get(name).asText())
                            .toList());
        }
    }

    private static void tasks(JsonNode json, List<List<String>> tasks) {
        assertThat(tasks).hasSize(json.get("tasks").size() + 1);
        int complete = tasks.get(0).indexOf("Complete (%)");
        for (int i = 0; i < json.get("tasks").size(); i++) {
            JsonNode one = json.get("tasks").get(i);
            assertThat(tasks.get(i + 1).get(0)).isEqualTo(one.get("code").textValue());
            assertThat(figures(tasks.get(i + 1).get(complete)))
                    .isEqualTo(figures(one.at("/health/percentComplete").asText()));
        }
    }

    private static String text(JsonNode json, String pointer) {
        return json.at(pointer).asText();
    }

    /** The first that has this heading. */
    private static List<List<String>> table(List<List<List<String>>> tables, String heading) {
        return tables.stream()
                .filter(table -> table.get(0).contains(heading))
                .findFirst()
                .orElseThrow();
    }

    /** The figures of each cell, whatever they are written like. */
    private static List<List<List<List<BigDecimal>>>> figures(List<List<List<String>>> tables) {
        return tables.stream()
                .map(table -> table.stream()
                        .map(row -> row.stream().map(SameFigures::figures).toList())
                        .toList())
                .toList();
    }

    private static List<BigDecimal> figures(String cell) {
        return FIGURE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(figure -> new BigDecimal(figure.replace(",", "")).stripTrailingZeros())
                .toList();
    }

    /** English days are written with the month's name in PDF: their figures are compared as a bag without the month. */
    private static List<List<List<List<BigDecimal>>>> withoutMonths(List<List<List<String>>> tables) {
        List<List<List<String>>> plain = new ArrayList<>();
        for (List<List<String>> table : tables) {
            plain.add(table.stream()
                    .map(row -> row.stream().map(SameFigures::withoutMonth).toList())
                    .toList());
        }
        return figures(plain).stream()
                .map(table -> table.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.stream().sorted().toList())
                                .toList())
                        .toList())
                .toList();
    }

    private static String withoutMonth(String cell) {
        return cell.replaceAll("(\\d{4})-\\d{2}-(\\d{2})", "$1 $2")
                .replaceAll("(\\d{4})\\. \\d+\\. (\\d+)\\.", "$1 $2")
                .replaceAll("(\\d+) [A-Z][a-z]{2} (\\d{4})", "$2 $1");
    }
}
