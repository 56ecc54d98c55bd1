package kcs.progress.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.progress.directory.CheckpointState.Status;
import kcs.progress.timeliness.Timeliness;
import kcs.progress.timeliness.Timeliness.Standing;

/** Counts checkpoints one by one, so that none of them needs to be kept. Not for several threads. */
public final class Tally {
    private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
    private final Rates all = new Rates();
    private final Map<String, Rates> agencies = new TreeMap<>();

    /** Those that are expected, by how they stand, both ways. */
    private static final class Rates {
        private final Map<Timeliness, Integer> with = new EnumMap<>(Timeliness.class);
        private final Map<Timeliness, Integer> without = new EnumMap<>(Timeliness.class);

        private void add(Standing standing, Standing withoutExtension) {
            with.merge(standing.timeliness(), 1, Integer::sum);
            without.merge(withoutExtension.timeliness(), 1, Integer::sum);
        }

        private void add(Rates others) {
            others.with.forEach((timeliness, count) -> with.merge(timeliness, count, Integer::sum));
            others.without.forEach((timeliness, count) -> without.merge(timeliness, count, Integer::sum));
        }

        private int count(Timeliness timeliness) {
            return with.getOrDefault(timeliness, 0);
        }
    }

    /** Counts one more. */
    public void add(JudgedCheckpoint judged) {
        statuses.merge(judged.checkpoint().status(), 1, Integer::sum);
        Rates its = agencies.computeIfAbsent(judged.checkpoint().agency(), any -> new Rates());
        if (judged.expected()) {
            all.add(judged.standing(), judged.withoutExtension());
            its.add(judged.standing(), judged.withoutExtension());
        }
    }

    /** Counts what another has counted. */
    public void add(Tally other) {
        other.statuses.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        all.add(other.all);
        other.agencies.forEach((agency, rates) ->
                agencies.computeIfAbsent(agency, any -> new Rates()).add(rates));
    }

    /** What has come in of those that were counted. */
    public CycleProgress progress() {
        int onTime = all.count(Timeliness.ON_TIME);
        int late = all.count(Timeliness.LATE);
        return new CycleProgress(
                all.with.values().stream().mapToInt(Integer::intValue).sum(),
                onTime + late,
                onTime,
                late,
                all.count(Timeliness.OVERDUE),
                all.count(Timeliness.MISSED),
                statuses.getOrDefault(Status.RETURNED, 0),
                statuses.getOrDefault(Status.ACCEPTED, 0),
                statuses.getOrDefault(Status.WAIVED, 0));
    }

    /** How reliably each agency files in time, by its code. */
    public List<OnTimeRate> onTime() {
        return agencies.entrySet().stream()
                .map(agency -> new OnTimeRate(
                        agency.getKey(),
                        OnTimeRate.Rate.of(agency.getValue().with),
                        OnTimeRate.Rate.of(agency.getValue().without)))
                .toList();
    }
}
