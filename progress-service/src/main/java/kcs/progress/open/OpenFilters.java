package kcs.progress.open;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kcs.chassis.paging.Query;
import kcs.chassis.problem.FieldError;

/** By what a list may be filtered: nothing else is. Of one filter any value may hold, of several filters all must. */
final class OpenFilters<T> {
    private final Map<String, Function<T, Stream<String>>> values = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    /** @param value of an item; null where it has none */
    OpenFilters<T> by(String name, Function<T, String> value) {
        return byAny(name, item -> Stream.ofNullable(value.apply(item)));
    }

    /** @param of all values of an item */
    OpenFilters<T> byAny(String name, Function<T, Stream<String>> of) {
        values.put(name, of);
        return this;
    }

    /** Another word than these is refused. */
    OpenFilters<T> byWord(String name, Enum<?>[] known, Function<T, Enum<?>> word) {
        return byWord(name, Arrays.stream(known).map(Enum::name).toList(), item -> {
            Enum<?> its = word.apply(item);
            return its == null ? null : its.name();
        });
    }

    /** @param known the words; another one is refused */
    OpenFilters<T> byWord(String name, List<String> known, Function<T, String> word) {
        words.put(name, known);
        return by(name, word);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** What cannot be read of the filters that are asked for. */
    List<FieldError> faults(MultiMap parameters) {
        return names().stream()
                .flatMap(name -> faults(name, parameters.getAll(name)))
                .toList();
    }

    private Stream<FieldError> faults(String name, List<String> asked) {
        List<String> known = words.getOrDefault(name, List.of());
        if (!known.isEmpty() && !known.containsAll(asked)) {
            return Stream.of(FieldError.of(name, "unknown-word", String.join(", ", known)));
        }
        boolean readable = Query.isReadable(asked, Query.LONGEST_VALUE);
        return readable ? Stream.empty() : Stream.of(FieldError.of(name, "unreadable-parameter"));
    }

    /** Whether an item is asked for. */
    Predicate<T> asked(MultiMap parameters) {
        Map<String, Set<String>> asked = names().stream()
                .filter(parameters::contains)
                .collect(Collectors.toMap(Function.identity(), name -> Set.copyOf(parameters.getAll(name))));
        return item -> asked.entrySet().stream()
                .allMatch(filter -> values.get(filter.getKey()).apply(item).anyMatch(filter.getValue()::contains));
    }
}
