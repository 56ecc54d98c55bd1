package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Set;

/** A year of reporting, played through the public API from the first date of a task to the end of the fourth cycle. */
final class DemoYear {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 7, 25);
    private static final String ROW = "%-8s %9s %9s %8s %6s %7s %9s%n";

    private final DemoApi api;
    private final DemoTimeline timeline;
    private final Settings settings;
    private final PrintStream out;

    DemoYear(Settings settings, DemoClock clock, PrintStream out) {
        this.settings = settings;
        this.api = new DemoApi(settings);
        this.timeline = new DemoTimeline(clock, out);
        this.out = out;
    }

    /**
     * Plays it and shows what came of it.
     *
     * @throws IOException when something was answered that should not have been, or the dashboard differs from its sources
     */
    void play() throws IOException {
        new DemoTasks(api, timeline).schedule();
        DemoDays days = DemoDays.of(api);
        DemoReturns returns = new DemoReturns(api, timeline, days);
        Set<String> reporting = Set.copyOf(Realm.reportingAgencies(settings.root()));
        new DemoCycles(api, timeline, returns, days, reporting).schedule();
        new DemoMeetings(api, timeline).schedule();
        new DemoOpinions(api, timeline).schedule();
        timeline.at(LAST_DAY.atTime(9, 0), () -> "the year is over");
        timeline.play();
        out.println();
        printCycles();
        reconcile();
    }

    private void printCycles() throws IOException {
        out.printf(ROW, "cycle", "expected", "received", "on time", "late", "missed", "returned");
        for (Object plan : api.get(DemoPerson.PLANNER, "/dashboard").getJsonArray("plans")) {
            JsonArray cycles = ((JsonObject) plan).getJsonArray("cycles", new JsonArray());
            for (Object cycle : cycles) {
                printCycle((JsonObject) cycle);
            }
        }
    }

    private void printCycle(JsonObject cycle) {
        JsonObject progress = cycle.getJsonObject("progress");
        out.printf(
                ROW,
                cycle.getString("period"),
                progress.getInteger("expected"),
                progress.getInteger("received"),
                progress.getInteger("onTime"),
                progress.getInteger("late"),
                progress.getInteger("missed"),
                progress.getInteger("returned"));
    }

    private void reconcile() throws IOException {
        JsonObject reconciliation = api.get(DemoPerson.PLANNER, "/dashboard/reconciliation");
        JsonArray differences = reconciliation.getJsonArray("differences");
        out.println();
        out.println("The dashboard was compared with its sources in " + reconciliation.getInteger("compared")
                + " subjects; differences: " + differences.size());
        if (!differences.isEmpty()) {
            throw new IOException("the dashboard differs from its sources: " + differences.encodePrettily());
        }
    }
}
