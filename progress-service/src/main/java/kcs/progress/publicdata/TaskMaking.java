package kcs.progress.publicdata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.publicdata.PublishedValues.Key;
import kcs.progress.publicdata.PublishedValues.Series;
import kcs.progress.reports.TaskThen;

/**
 * Puts a public task together.
 *
 * @param day in Seoul whose names agencies have
 */
record TaskMaking(
        Map<String, Dated<PlanState>> plans,
        Map<String, Dated<AgencyState>> agencies,
        Map<String, PublicHealth> health,
        Map<Key, Series> series,
        LocalDate day) {

    PublicTask task(Dated<TaskThen> dated) {
        TaskThen task = dated.state();
        PublicHealth its = health.get(task.code());
        List<PublicIndicator> indicators = task.indicators().stream()
                .map(indicator -> indicator(task, indicator, dated.changedAt()))
                .toList();
        return new PublicTask(
                task.code(),
                task.plan(),
                task.no(),
                task.title(),
                task.summary(),
                task.measures(),
                task.area(),
                areaName(task),
                task.status(),
                task.statusSince(),
                new PublicTask.Period(task.startsOn(), task.endsOn()),
                task.current().stream().map(this::participant).toList(),
                task.partnersOpen(),
                task.representative(),
                provenance(task),
                its == null ? null : new PublicTask.Headline(its.headline(), its.since()),
                indicators,
                newest(dated.changedAt(), its, indicators));
    }

    private static Instant newest(Instant changedAt, PublicHealth health, List<PublicIndicator> indicators) {
        Stream<Instant> others = indicators.stream().map(PublicIndicator::updatedAt);
        return Stream.concat(Stream.of(changedAt, health == null ? changedAt : health.updatedAt()), others)
                .max(Instant::compareTo)
                .orElse(changedAt);
    }

    private Label areaName(TaskThen task) {
        Dated<PlanState> plan = plans.get(task.plan());
        return plan == null
                ? null
                : plan.state().areas().stream()
                        .filter(area -> area.code().equals(task.area()))
                        .map(PlanState.Area::name)
                        .findFirst()
                        .orElse(null);
    }

    private PublicTask.Participant participant(TaskThen.Part part) {
        Dated<AgencyState> agency = agencies.get(part.agency());
        Label name = agency == null ? null : agency.state().nameOn(day).name();
        return new PublicTask.Participant(part.agency(), name, part.role());
    }

    private static PublicTask.Provenance provenance(TaskThen task) {
        TaskThen.Source source = task.source();
        return new PublicTask.Provenance(
                task.origin(),
                task.placeholder(),
                task.areaProvenance(),
                source == null ? null : source.document(),
                source == null ? null : source.publishedOn(),
                source == null ? null : source.quotation());
    }

    private PublicIndicator indicator(TaskThen task, TaskThen.Indicator indicator, Instant changedAt) {
        Series its = series.getOrDefault(new Key(task.code(), indicator.code()), Series.NONE);
        PublicIndicator.Value newest =
                its.values().isEmpty() ? null : its.values().get(its.values().size() - 1);
        return new PublicIndicator(
                task.code(),
                task.plan(),
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.direction(),
                indicator.baseline(),
                indicator.target(),
                indicator.targetOn(),
                newest == null ? null : newest.value(),
                newest == null ? null : newest.measuredOn(),
                newest == null ? null : indicator.reachedBy(newest.value()),
                its.values(),
                its.publishedAt().isAfter(changedAt) ? its.publishedAt() : changedAt);
    }
}
