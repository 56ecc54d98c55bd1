package kcs.local;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What was measured, beside its references and floors; each line is told as it comes. */
final class BenchTable {
    private final List<String> rows = new ArrayList<>();
    private boolean allHold = true;

    void ratio(String what, double ours, String reference, double theirs, double floor) {
        boolean known = !Double.isNaN(theirs);
        row(
                what,
                "%,.0f/s".formatted(ours),
                known ? reference + ": %,.0f/s".formatted(theirs) : reference + ": not installed",
                known ? "%.2f".formatted(ours / theirs) : "-",
                "≥ " + floor,
                !known || ours / theirs >= floor);
    }

    /** Two figures that are not measured at the same thing; none is demanded of the other. */
    void beside(String what, double ours, String reference, double theirs) {
        String ratio = "%.2f".formatted(ours / theirs);
        rows.add("| %s | %,.0f/s | %s: %,.0f/s | %s | | |".formatted(what, ours, reference, theirs, ratio));
        System.out.printf("  %s: %,.0f/s (ratio %s)%n", what, ours, ratio);
    }

    void plain(String what, String measured) {
        rows.add("| " + what + " | " + measured + " | | | | |");
    }

    void row(String what, String measured, String reference, String ratio, String floor, boolean holds) {
        allHold &= holds;
        rows.add("| " + String.join(" | ", what, measured, reference, ratio, floor, holds ? "holds" : "MISSED") + " |");
        System.out.println("  " + what + ": " + measured + (ratio.isEmpty() ? "" : " (ratio " + ratio + ")"));
    }

    boolean allHold() {
        return allHold;
    }

    String text() {
        return """
                # Benchmarks

                Written by `deploy/bench --write` on %s: %d cores, Java %s, everything on one machine, the load
                generator included. Ratios compare within this one run; absolute figures belong to the machine.

                | what | measured | reference in the same run | ratio | floor | |
                |---|---|---|---|---|---|
                %s

                Both plans of reports are made of what was told of the round, with cycles of their own past their due day: of
                three checkpoints two were accepted. The reference of the portfolio asks the database for all that the report
                asks for: what it is made of, then its checkpoints.

                Workbooks are compared at their writer: the cells of the report, its headings and lists among them, lie in the
                memory, and in one process, warm and in turn, our renderer and bare fastexcel write them to nowhere, ours with
                looks, widths, filters and what else a sheet has. Through the API the same report is first read from the
                database, judged, kept in a file, and sent; what that takes beside the bare writer is shown and no floor is
                set to it: the two do not do the same.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        String.join("\n", rows));
    }
}
