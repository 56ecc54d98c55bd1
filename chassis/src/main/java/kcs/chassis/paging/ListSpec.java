package kcs.chassis.paging;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a list may be asked: its filters and the columns it may be sorted by. Everything else is refused.
 *
 * @param table the FROM clause
 * @param sorts sortable name to SQL expression that is never null
 * @param key the sortable name that tells any two items apart; sorts last, and alone unless asked otherwise
 * @param filters filter name to SQL condition with one {@code ?} for an array of text, such as {@code status = ANY (?)}
 * @param words filter name to the words that it may name; a filter that is not among them may name anything
 * @param others parameters that the endpoint reads for itself
 */
public record ListSpec(
        String table,
        Map<String, String> sorts,
        String key,
        Map<String, String> filters,
        Map<String, Set<String>> words,
        Set<String> others) {

    public static Builder of(String table, String key, String keyColumn) {
        return new Builder(table, key, keyColumn);
    }

    /** Builds the description of a list. */
    public static final class Builder {
        private final String table;
        private final String key;
        private final Map<String, String> sorts = new LinkedHashMap<>();
        private final Map<String, String> filters = new LinkedHashMap<>();
        private final Map<String, Set<String>> words = new LinkedHashMap<>();
        private Set<String> others = Set.of();

        private Builder(String table, String key, String keyColumn) {
            this.table = table;
            this.key = key;
            sorts.put(key, keyColumn);
        }

        public Builder sort(String name, String expression) {
            sorts.put(name, expression);
            return this;
        }

        public Builder filter(String name, String condition) {
            filters.put(name, condition);
            return this;
        }

        /** A filter whose values are the words of an enum; another value is refused. */
        public Builder filter(String name, String condition, Class<? extends Enum<?>> type) {
            Set<String> names = new LinkedHashSet<>();
            for (Enum<?> word : type.getEnumConstants()) {
                names.add(word.name());
            }
            words.put(name, names);
            return filter(name, condition);
        }

        public Builder others(String... names) {
            others = Set.copyOf(List.of(names));
            return this;
        }

        public ListSpec build() {
            return new ListSpec(table, Map.copyOf(sorts), key, new LinkedHashMap<>(filters), Map.copyOf(words), others);
        }
    }
}
