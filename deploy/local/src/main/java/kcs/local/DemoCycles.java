package kcs.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The four reporting cycles of the year, from their announcement to their end. */
final class DemoCycles {

    /**
     * A cycle.
     *
     * @param announcedOn when it is planned
     * @param nominalDueOn a Saturday or a holiday in three of four, so that it moves
     */
    private record Cycle(
            String period, LocalDate announcedOn, LocalDate opensOn, LocalDate nominalDueOn, LocalDate locksOn) {
        String id() {
            return DemoTasks.PLAN + "-" + period;
        }
    }

    private static final List<Cycle> CYCLES = List.of(
            new Cycle("2024Q3", day(2024, 7, 15), day(2024, 9, 2), day(2024, 10, 5), day(2024, 10, 21)),
            new Cycle("2024Q4", day(2024, 10, 28), day(2024, 12, 2), day(2025, 1, 1), day(2025, 1, 16)),
            new Cycle("2025Q1", day(2025, 2, 3), day(2025, 3, 4), day(2025, 4, 4), day(2025, 4, 18)),
            new Cycle("2025Q2", day(2025, 5, 7), day(2025, 6, 2), day(2025, 7, 5), day(2025, 7, 21)));

    /** Who comes in the middle of a cycle, by the day on which it began. */
    private record Joining(int cycle, LocalDate on, String filter) {}

    private static final List<Joining> JOININGS = List.of(
            new Joining(0, day(2024, 9, 19), "task=" + DemoTasks.code(DemoCast.FILLED_PLACE)),
            new Joining(2, day(2025, 3, 17), "task=" + DemoTasks.code(DemoCast.LATE_STARTER)),
            new Joining(2, day(2025, 3, 20), "agency=KOSTI"));

    private final DemoApi api;
    private final DemoTimeline timeline;
    private final DemoReturns returns;
    private final DemoDays days;
    private final Set<String> reporting;
    private final Set<String> scheduled = new HashSet<>();

    /** @param reporting the codes of the agencies that have reporters */
    DemoCycles(DemoApi api, DemoTimeline timeline, DemoReturns returns, DemoDays days, Set<String> reporting) {
        this.api = api;
        this.timeline = timeline;
        this.returns = returns;
        this.days = days;
        this.reporting = reporting;
    }

    void schedule() throws IOException {
        for (int i = 0; i < CYCLES.size(); i++) {
            Cycle cycle = CYCLES.get(i);
            int index = i;
            timeline.at(cycle.announcedOn().atTime(11, 0), () -> announce(cycle));
            timeline.at(cycle.opensOn().atTime(8, 30), () -> open(cycle, index));
            timeline.at(cycle.locksOn().plusDays(1).atTime(17, 0), () -> close(cycle));
        }
        for (Joining joining : JOININGS) {
            timeline.at(joining.on().atTime(17, 0), () -> join(CYCLES.get(joining.cycle()), joining));
        }
        for (DemoCast.Assessment assessment : DemoCast.ASSESSMENTS) {
            Cycle cycle = CYCLES.get(assessment.cycle());
            LocalDate day = days.upTo(cycle.locksOn().minusDays(1));
            timeline.at(day.atTime(14, assessment.task()), () -> assess(cycle, assessment));
        }
    }

    private String announce(Cycle cycle) throws IOException {
        JsonObject planned = api.create(
                DemoPerson.PLANNER,
                "/cycles",
                new JsonObject()
                        .put("plan", DemoTasks.PLAN)
                        .put("period", cycle.period())
                        .put("opensOn", cycle.opensOn().toString())
                        .put("nominalDueOn", cycle.nominalDueOn().toString())
                        .put("locksOn", cycle.locksOn().toString())
                        .put("guidance", DemoText.of("분기 중 추진 실적을 건수와 일자로 적고, 지연 사유와 만회 계획을 함께 적습니다.")));
        return cycle.id() + " is planned, due on " + planned.getString("dueOn");
    }

    /** The calendar has opened it in the night. */
    private String open(Cycle cycle, int index) throws IOException {
        api.await(
                DemoPerson.PLANNER,
                "/cycles/" + cycle.id(),
                "the opening of " + cycle.id(),
                shown -> "OPEN".equals(shown.getString("status")));
        return cycle.id() + " is open with " + scheduleNew(cycle, index, "") + " checkpoints";
    }

    private String join(Cycle cycle, Joining joining) throws IOException {
        String list = "/checkpoints?cycle=" + cycle.id() + "&" + joining.filter();
        api.await(
                DemoPerson.PLANNER,
                list,
                "a checkpoint of " + joining.filter(),
                page -> !page.getJsonArray("items").isEmpty());
        return cycle.id() + " has " + scheduleNew(cycle, joining.cycle(), "&" + joining.filter()) + " more checkpoints";
    }

    private int scheduleNew(Cycle cycle, int index, String filter) throws IOException {
        int added = 0;
        for (JsonObject shown : api.list(DemoPerson.PLANNER, "/checkpoints?cycle=" + cycle.id() + filter)) {
            if (scheduled.add(shown.getString("id"))) {
                boolean reports = reporting.contains(shown.getString("agency"));
                returns.schedule(DemoCheckpoint.of(shown, index, reports));
                added++;
            }
        }
        return added;
    }

    /** Where the calendar has not closed it yet, a planner does. */
    private String close(Cycle cycle) throws IOException {
        String path = "/cycles/" + cycle.id();
        if (!api.get(DemoPerson.PLANNER, path).getString("status").equals("CLOSED")) {
            JsonObject closed = new JsonObject().put("to", "CLOSED").put("reason", DemoText.of("제출 마감일이 지나 종료함"));
            api.act(DemoPerson.PLANNER, path, "status-transitions", closed);
        }
        return cycle.id() + " is closed";
    }

    private String assess(Cycle cycle, DemoCast.Assessment assessment) throws IOException {
        String task = DemoTasks.code(assessment.task());
        api.create(
                DemoPerson.PLANNER,
                "/assessments",
                new JsonObject()
                        .put("cycle", cycle.id())
                        .put("task", task)
                        .put("health", assessment.health())
                        .put("reason", DemoText.of(assessment.reason())));
        return task + " is assessed as " + assessment.health();
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
