package kcs.progress.cycles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.ChangedBy;
import kcs.chassis.identity.Role;
import kcs.progress.calendar.DueDerivation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cycle as it stands.
 *
 * @param dueOn the day that counts; before 00:00 in Seoul of the next
 * @param locksOn last day on which what is late is taken
 * @param guidance what is said to those who write; null where nothing
 * @param changedBy who made this version, as far as the caller is told; null for the service itself, absent in events
 * @param allowedTransitions where the caller may move it; absent in lists and events
 */
@Schema(name = "Cycle", description = "점검주기: one round of reporting on a plan")
record CycleView(
        @Schema(maxLength = 40, examples = "KCS-2024-2024Q3")
        String id,

        @Schema(maxLength = 30, examples = "KCS-2024") String plan,
        @Schema(maxLength = 7, examples = "2024Q3") String period,
        LocalDate periodStartsOn,
        LocalDate periodEndsOn,
        LocalDate opensOn,
        @Schema(examples = "2024-10-05") LocalDate nominalDueOn,
        @Schema(examples = "2024-10-07") LocalDate dueOn,
        DueDerivation dueDerivation,
        LocalDate locksOn,
        @Schema(maxLength = 10000, nullable = true) String guidance,
        CycleStatus status,
        @Schema(minimum = "0") long version,
        Instant changedAt,

        @Schema(
                nullable = true,
                description = "Who made this version; null for the public, and where it was the service itself")
        ChangedBy changedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = 3)
        List<CycleStatus> allowedTransitions) {

    private static CycleView of(Cycle cycle, Caller caller, List<CycleStatus> allowedTransitions) {
        return new CycleView(
                cycle.id(),
                cycle.plan(),
                cycle.period().text(),
                cycle.period().startsOn(),
                cycle.period().endsOn(),
                cycle.dates().opensOn(),
                cycle.dates().due().nominalDueOn(),
                cycle.dates().due().dueOn(),
                cycle.dates().due().dueDerivation(),
                cycle.dates().locksOn(),
                cycle.guidance(),
                cycle.status(),
                cycle.version(),
                cycle.changedAt(),
                cycle.changedBy() == null ? null : cycle.changedBy().shownTo(caller),
                allowedTransitions);
    }

    /** What a list shows, and events. */
    static CycleView brief(Cycle cycle, Caller caller) {
        return of(cycle, caller, null);
    }

    static CycleView of(Cycle cycle, Caller caller) {
        return of(
                cycle,
                caller,
                caller.is(Role.PLANNER)
                        ? cycle.status().next().stream().sorted().toList()
                        : List.of());
    }
}
