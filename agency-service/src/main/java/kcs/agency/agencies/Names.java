package kcs.agency.agencies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** All names an agency has had and will have, the oldest first. There is always at least one. */
final class Names {
    private static final Comparator<DatedName> BY_DATE =
            Comparator.comparing(DatedName::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<DatedName> all;

    private Names(List<DatedName> all) {
        this.all = all;
    }

    /**
     * Puts names in order.
     *
     * @throws ProblemException 422 when two begin on the same day
     */
    static Names of(List<DatedName> names) {
        Set<LocalDate> days = new HashSet<>();
        List<FieldError> clashes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!days.add(names.get(i).validFrom())) {
                clashes.add(FieldError.of("/names/" + i + "/validFrom", "duplicate-date"));
            }
        }
        if (!clashes.isEmpty()) {
            throw ProblemException.invalid(clashes.toArray(FieldError[]::new));
        }
        return new Names(
                names.stream().map(DatedName::withShortName).sorted(BY_DATE).toList());
    }

    /** Names as they are kept, in order. */
    static Names kept(List<DatedName> names) {
        return new Names(names);
    }

    List<DatedName> all() {
        return all;
    }

    /** The name of a day; of a day before the first name the first, for there is no agency without a name. */
    DatedName on(LocalDate day) {
        DatedName current = all.get(0);
        for (DatedName name : all) {
            if (name.hasBegunBy(day)) {
                current = name;
            }
        }
        return current;
    }

    /**
     * Takes a new list in this one's place. Names yet to begin may come, move and go; one that has begun stays what it
     * was and where it was, but for its short name and its translation, which may be corrected.
     *
     * @throws ProblemException 422 when a name that has begun is missing, moved or reworded
     */
    Names replacedBy(List<DatedName> wanted, LocalDate today) {
        Names next = of(wanted);
        for (DatedName begun : all) {
            boolean kept = !begun.hasBegunBy(today) || next.all.stream().anyMatch(name -> isSame(begun, name));
            if (!kept) {
                throw ProblemException.invalid(
                        FieldError.of("/names", "name-in-effect", begun.name().ko()));
            }
        }
        return next;
    }

    private static boolean isSame(DatedName one, DatedName other) {
        return Objects.equals(one.validFrom(), other.validFrom())
                && one.name().ko().equals(other.name().ko());
    }

    /** Every name in both languages, a line each. */
    String asText() {
        return all.stream()
                .flatMap(dated -> Stream.of(dated.name(), dated.shortName()))
                .flatMap(name -> Stream.of(name.ko(), name.en()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
