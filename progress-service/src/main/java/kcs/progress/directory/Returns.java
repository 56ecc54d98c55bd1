package kcs.progress.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checkpoints by their ids, those of a cycle together: a change copies its cycle alone, and what was reckoned over the
 * others still holds. To be filled by one thread before others see it.
 */
public final class Returns {
    private final Map<String, OfCycle> byCycle;

    private Returns(Map<String, OfCycle> byCycle) {
        this.byCycle = byCycle;
    }

    /** The checkpoints of one cycle, and what was reckoned over them. */
    public static final class OfCycle {
        private static final OfCycle NONE = new OfCycle(Map.of());

        private final Map<String, Dated<CheckpointState>> states;
        private final Map<Object, Object> reckoned = new ConcurrentHashMap<>();

        private OfCycle(Map<String, Dated<CheckpointState>> states) {
            this.states = states;
        }

        /** All of them. */
        public Collection<Dated<CheckpointState>> states() {
            return Collections.unmodifiableCollection(states.values());
        }

        /**
         * What follows from these checkpoints and the premises: reckoned once.
         *
         * @param premises all else that it follows from
         */
        @SuppressWarnings("unchecked") // What a kind of premises leads to is always of one type.
        public <P, T> T reckon(P premises, Function<P, T> rule) {
            if (reckoned.size() > MOST_RECKONED && !reckoned.containsKey(premises)) {
                reckoned.clear();
            }
            return (T) reckoned.computeIfAbsent(premises, any -> rule.apply(premises));
        }
    }

    /** More audiences than usually look at once. */
    private static final int MOST_RECKONED = 64;

    /** None yet, to be filled. */
    public static Returns empty() {
        return new Returns(new HashMap<>());
    }

    /** A checkpoint; null where there is none of this id. */
    public Dated<CheckpointState> get(String id) {
        return byCycle.values().stream()
                .map(cycle -> cycle.states.get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Adds one while they are filled. */
    public void put(Dated<CheckpointState> checkpoint) {
        byCycle.computeIfAbsent(checkpoint.state().cycle(), any -> new OfCycle(new HashMap<>()))
                .states
                .put(checkpoint.state().id(), checkpoint);
    }

    /** Those of a cycle. */
    public OfCycle of(String cycle) {
        return byCycle.getOrDefault(cycle, OfCycle.NONE);
    }

    /** All of them. */
    public Stream<Dated<CheckpointState>> all() {
        return byCycle.values().stream().flatMap(cycle -> cycle.states.values().stream());
    }

    /** These, and what is newer in their place. */
    Returns after(Returns newer) {
        if (newer.byCycle.isEmpty()) {
            return this;
        }
        Map<String, OfCycle> all = new HashMap<>(byCycle);
        newer.byCycle.forEach((cycle, changed) -> {
            Map<String, Dated<CheckpointState>> states = new HashMap<>(of(cycle).states);
            states.putAll(changed.states);
            all.put(cycle, new OfCycle(states));
        });
        return new Returns(all);
    }
}
