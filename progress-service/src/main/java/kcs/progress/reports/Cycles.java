package kcs.progress.reports;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import kcs.chassis.problem.ProblemException;
import kcs.progress.directory.CycleState;
import kcs.progress.told.Kind;
import kcs.progress.told.ToldReading;

/** The cycles that a report is over. */
final class Cycles {
    private static final Comparator<CycleState> OLDEST_FIRST =
            Comparator.comparing(CycleState::periodStartsOn).thenComparing(CycleState::id);

    private Cycles() {}

    /**
     * The cycle of the period, or all of the plan.
     *
     * @throws ProblemException 404 when there was none of that period then: it says of which there were
     */
    static List<CycleState> of(ToldReading told, ReportRequest request) {
        Collection<CycleState> all = told.newest(Kind.CYCLE, request.plan(), request.moment(), CycleState.class)
                .values();
        List<CycleState> wanted = all.stream()
                .filter(cycle -> request.period() == null || cycle.period().equals(request.period()))
                .sorted(OLDEST_FIRST)
                .toList();
        if (wanted.isEmpty() && request.period() != null) {
            List<String> periods =
                    all.stream().sorted(OLDEST_FIRST).map(CycleState::period).toList();
            throw new ProblemException(404, "no-cycle-of-period", request.period(), String.join(", ", periods))
                    .with("periods", periods);
        }
        return wanted;
    }
}
