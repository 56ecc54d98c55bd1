package kcs.progress.reports;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import kcs.progress.audience.Audience;
import kcs.progress.told.Kind;
import kcs.progress.told.ToldReading;

/** The committee's opinions as they stood at a moment; row security decides which there are. */
@Singleton
class OpinionsThen {
    private static final Comparator<OpinionLine> OLDEST_FIRST =
            Comparator.comparing(OpinionLine::givenAt).thenComparing(OpinionLine::id);

    private final ToldReading told;

    OpinionsThen(ToldReading told) {
        this.told = told;
    }

    /** Those on the tasks that are seen, and those on the whole. */
    List<OpinionLine> forPortfolio(Material material) {
        return of(
                material, opinion -> opinion.task() == null || material.tasks().containsKey(opinion.task()));
    }

    /** Opinions are between the committee and the agencies: the public reads none, on public tasks neither. */
    List<OpinionLine> of(Material material, Predicate<OpinionLine> wanted) {
        if (material.audience().equals(Audience.PUBLIC)) {
            return List.of();
        }
        return told.newest(Kind.OPINION, material.plan().code(), material.moment(), OpinionThen.class).values().stream()
                .filter(opinion -> material.audience().sees(opinion.visibility(), opinion.participants()))
                .map(OpinionThen::line)
                .filter(wanted)
                .sorted(OLDEST_FIRST)
                .toList();
    }
}
