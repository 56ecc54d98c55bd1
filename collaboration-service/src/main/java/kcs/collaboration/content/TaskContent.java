package kcs.collaboration.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kcs.chassis.problem.FieldError;

/**
 * What a task says: all that a planner writes, apart from who takes part and who may see it. Kept as one value, so that
 * filling a held place replaces it whole and the history can show it whole.
 */
@JsonIgnoreProperties(ignoreUnknown = true) // what an earlier release kept may have fields that are gone
public record TaskContent(
        Label title,
        Prose summary,
        String area,
        AreaProvenance areaProvenance,
        String proposalChannel,
        Source source,
        boolean representative,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean partnersOpen,
        List<String> measures,
        List<Milestone> milestones,
        List<Indicator> indicators,
        List<Recognition> recognitions) {

    public TaskContent {
        measures = measures == null ? List.of() : List.copyOf(measures);
        milestones = milestones == null ? List.of() : List.copyOf(milestones);
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        recognitions = recognitions == null ? List.of() : List.copyOf(recognitions);
        if (area != null && areaProvenance == null) {
            areaProvenance = AreaProvenance.ASSIGNED;
        }
    }

    /** What is wrong with it by itself, whatever else is known. */
    public List<FieldError> contradictions() {
        List<FieldError> errors = new java.util.ArrayList<>();
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            errors.add(FieldError.of("/endsOn", "before-start"));
        }
        if (area == null && areaProvenance != null) {
            errors.add(FieldError.of("/areaProvenance", "without-area"));
        }
        errors.addAll(repeated("/milestones", "id", milestones, Milestone::id));
        errors.addAll(repeated("/indicators", "code", indicators, Indicator::code));
        return errors;
    }

    private static <T> List<FieldError> repeated(String list, String property, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        List<FieldError> errors = new java.util.ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
                errors.add(FieldError.of(list + "/" + i + "/" + property, "repeated"));
            }
        }
        return errors;
    }

    /** Dates and targets that were set here and that {@code next} changes or drops: each needs a reason. */
    public List<Rescheduled> rescheduledBy(TaskContent next) {
        List<Rescheduled> changes = new java.util.ArrayList<>();
        for (Milestone milestone : milestones) {
            LocalDate then = find(next.milestones, Milestone::id, milestone.id())
                    .map(Milestone::dueOn)
                    .orElse(null);
            if (milestone.dueOn() != null && !milestone.dueOn().equals(then)) {
                changes.add(new Rescheduled("milestone", milestone.id(), "dueOn", milestone.dueOn(), then));
            }
        }
        for (Indicator indicator : indicators) {
            Optional<Indicator> then = find(next.indicators, Indicator::code, indicator.code());
            Object target = then.map(Indicator::target).orElse(null);
            if (indicator.target() != null && !sameNumber(indicator, then)) {
                changes.add(new Rescheduled("indicator", indicator.code(), "target", indicator.target(), target));
            }
            Object targetOn = then.map(Indicator::targetOn).orElse(null);
            if (indicator.targetOn() != null && !Objects.equals(indicator.targetOn(), targetOn)) {
                changes.add(new Rescheduled("indicator", indicator.code(), "targetOn", indicator.targetOn(), targetOn));
            }
        }
        return changes;
    }

    private static boolean sameNumber(Indicator before, Optional<Indicator> after) {
        return after.map(Indicator::target)
                .map(target -> target.compareTo(before.target()) == 0)
                .orElse(false);
    }

    private static <T> Optional<T> find(List<T> items, Function<T, String> key, String wanted) {
        return items.stream().filter(item -> key.apply(item).equals(wanted)).findFirst();
    }

    /**
     * A date or target that was set and is no longer what it was.
     *
     * @param kind {@code milestone} or {@code indicator}
     * @param id which one
     * @param field what of it
     * @param from what it was
     * @param to what it is; null when it was taken away
     */
    public record Rescheduled(String kind, String id, String field, Object from, Object to) {}
}
