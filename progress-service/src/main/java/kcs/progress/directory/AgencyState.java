package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** An agency as its owner's newest event tells of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgencyState(String code, List<Name> names, String type, String status, long version) {

    /**
     * What the agency is called from a day on.
     *
     * @param validFrom first day of the name; null where it is not stated, which is before any other
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Name(Label name, Label shortName, LocalDate validFrom) {

        public Name {
            Objects.requireNonNull(name, "name without text");
        }

        private boolean holdsOn(LocalDate day) {
            return validFrom == null || !validFrom.isAfter(day);
        }
    }

    private static final Comparator<Name> OLDEST_FIRST =
            Comparator.comparing(Name::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

    public AgencyState {
        Objects.requireNonNull(code, "agency without code");
        names = names == null ? List.of() : names.stream().sorted(OLDEST_FIRST).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("agency without a name");
        }
    }

    /** The name of a day; before the first one, the first. */
    public Name nameOn(LocalDate day) {
        Name held = names.get(0);
        for (Name name : names) {
            if (name.holdsOn(day)) {
                held = name;
            }
        }
        return held;
    }
}
