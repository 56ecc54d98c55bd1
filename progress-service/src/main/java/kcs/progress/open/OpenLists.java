package kcs.progress.open;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Origin;
import kcs.progress.directory.TaskStatus;
import kcs.progress.publicdata.PublicData;
import kcs.progress.publicdata.PublicHealth;
import kcs.progress.publicdata.PublicIndicator;
import kcs.progress.publicdata.PublicTask;

/**
 * A list of open data: what is in it, what it may be asked, how its rows look.
 *
 * @param items all of them
 * @param updatedAt when an item changed
 */
record OpenLists<T>(
        String name,
        Function<PublicData, List<T>> items,
        Function<T, Instant> updatedAt,
        OpenFilters<T> filters,
        OpenColumns<T> columns) {
    private static final List<String> YES_OR_NO = List.of("true", "false");

    static final OpenLists<PublicTask> TASKS = new OpenLists<>(
            "tasks",
            PublicData::tasks,
            PublicTask::updatedAt,
            new OpenFilters<PublicTask>()
                    .by("plan", PublicTask::plan)
                    .by("area", PublicTask::area)
                    .byWord("status", TaskStatus.values(), PublicTask::status)
                    .byWord("origin", Origin.values(), task -> task.provenance().origin())
                    .byAny("agency", OpenLists::agencies)
                    .byWord("health", HealthState.values(), OpenLists::headline),
            OpenColumns.OF_TASKS);

    static final OpenLists<PublicHealth> HEALTH = new OpenLists<>(
            "health",
            PublicData::health,
            PublicHealth::updatedAt,
            new OpenFilters<PublicHealth>()
                    .by("plan", PublicHealth::plan)
                    .by("task", PublicHealth::task)
                    .byWord("headline", HealthState.values(), PublicHealth::headline)
                    .byWord("disagreement", YES_OR_NO, health -> String.valueOf(health.disagreement())),
            OpenColumns.OF_HEALTH);

    static final OpenLists<PublicIndicator> INDICATORS = new OpenLists<>(
            "indicators",
            PublicData::indicators,
            PublicIndicator::updatedAt,
            new OpenFilters<PublicIndicator>()
                    .by("plan", PublicIndicator::plan)
                    .by("task", PublicIndicator::task)
                    .byWord("measured", YES_OR_NO, indicator -> String.valueOf(indicator.value() != null)),
            OpenColumns.OF_INDICATORS);

    static final OpenLists<OpenReport> REPORTS = new OpenLists<>(
            "reports",
            data -> data.reports().stream().map(OpenReport::of).toList(),
            OpenReport::publishedAt,
            new OpenFilters<OpenReport>()
                    .by("plan", OpenReport::plan)
                    .by("period", OpenReport::period)
                    .by("meeting", OpenReport::meeting),
            OpenColumns.OF_REPORTS);

    private static Stream<String> agencies(PublicTask task) {
        return task.participants().stream().map(PublicTask.Participant::agency);
    }

    private static HealthState headline(PublicTask task) {
        return task.health() == null ? null : task.health().headline();
    }

    /** When the newest of these changed; null where there is none. */
    Instant newest(List<T> some) {
        return some.stream().map(updatedAt).max(Instant::compareTo).orElse(null);
    }
}
