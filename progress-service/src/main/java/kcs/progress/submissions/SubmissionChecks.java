package kcs.progress.submissions;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.problem.FieldError;
import kcs.chassis.time.Seoul;
import kcs.progress.evidence.EvidenceCheck;
import kcs.progress.known.KnownTask;

/** What a submission must hold, and must not. */
@Singleton
public class SubmissionChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> SHARES = Set.of("%", "percent");

    private final EvidenceCheck evidence;
    private final Clock clock;

    SubmissionChecks(EvidenceCheck evidence, Clock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * What is wrong with a content that is to be filed.
     *
     * @param at where in the body it stands, as a JSON Pointer; empty for the body itself
     */
    public List<FieldError> errors(String checkpoint, KnownTask task, SubmissionContent content, String at) {
        List<FieldError> errors = new ArrayList<>();
        checkKind(content, at, errors);
        for (int i = 0; i < content.measurements().size(); i++) {
            check(content.measurements().get(i), task, at + "/measurements/" + i, errors);
        }
        checkDuplicates(content.measurements(), at, errors);
        if (!content.evidence().isEmpty()) {
            evidence.require(checkpoint, content.evidence(), errors, at);
        }
        Approval approval = content.approval();
        if (approval != null && isAhead(approval.approvedOn())) {
            errors.add(FieldError.of(at + "/approval/approvedOn", "in-the-future"));
        }
        return errors;
    }

    private static void checkKind(SubmissionContent content, String at, List<FieldError> errors) {
        if (content.kind() == null) {
            errors.add(FieldError.of(at + "/kind", "required"));
            return;
        }
        switch (content.kind()) {
            case PROGRESS -> {
                require(content.percentComplete(), at + "/percentComplete", errors);
                require(content.declaredHealth(), at + "/declaredHealth", errors);
                require(content.achievements(), at + "/achievements", errors);
            }
            case NOTHING_TO_REPORT -> refuseFigures(content, at, errors);
            case NOT_APPLICABLE -> {
                refuseFigures(content, at, errors);
                refuse(content.declaredHealth(), at + "/declaredHealth", content.kind(), errors);
                require(content.issues(), at + "/issues", errors);
            }
        }
    }

    private static void refuseFigures(SubmissionContent content, String at, List<FieldError> errors) {
        refuse(content.percentComplete(), at + "/percentComplete", content.kind(), errors);
        refuse(content.achievements(), at + "/achievements", content.kind(), errors);
        refuse(content.measurements().isEmpty() ? null : content, at + "/measurements", content.kind(), errors);
    }

    private static void require(Object value, String pointer, List<FieldError> errors) {
        if (value == null || value instanceof String text && text.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
        }
    }

    private static void refuse(Object value, String pointer, SubmissionKind kind, List<FieldError> errors) {
        if (value != null) {
            errors.add(FieldError.of(pointer, "not-with-kind", kind));
        }
    }

    private void check(Measurement measurement, KnownTask task, String at, List<FieldError> errors) {
        KnownTask.Indicator indicator = task.indicators().stream()
                .filter(known -> known.code().equals(measurement.indicator()))
                .findAny()
                .orElse(null);
        if (indicator == null) {
            Set<String> known = new TreeSet<>();
            task.indicators().forEach(one -> known.add(one.code()));
            errors.add(FieldError.of(at + "/indicator", "unknown-indicator", task.code(), String.join(", ", known)));
            return;
        }
        if (measurement.unit() != null && !measurement.unit().equals(indicator.unit())) {
            errors.add(FieldError.of(at + "/unit", "other-unit", indicator.unit()));
        }
        if (isAhead(measurement.measuredOn())) {
            errors.add(FieldError.of(at + "/measuredOn", "in-the-future"));
        }
        checkValue(measurement, indicator, at, errors);
    }

    private static void checkValue(
            Measurement measurement, KnownTask.Indicator indicator, String at, List<FieldError> errors) {
        BigDecimal value = measurement.value();
        BigDecimal baseline = indicator.baseline();
        boolean mayBeNegative = baseline != null && baseline.signum() < 0;
        if (value.signum() < 0 && !mayBeNegative) {
            errors.add(FieldError.of(at + "/value", "too-small", 0));
        } else if (SHARES.contains(indicator.unit()) && value.compareTo(HUNDRED) > 0) {
            errors.add(FieldError.of(at + "/value", "too-big", 100));
        } else if (baseline != null && isWorse(value, indicator) && measurement.note() == null) {
            errors.add(FieldError.of(at + "/note", "against-direction", indicator.direction(), baseline));
        }
    }

    private static boolean isWorse(BigDecimal value, KnownTask.Indicator indicator) {
        int compared = value.compareTo(indicator.baseline());
        return switch (indicator.direction()) {
            case "INCREASE" -> compared < 0;
            case "DECREASE" -> compared > 0;
            default -> compared != 0;
        };
    }

    private static void checkDuplicates(List<Measurement> measurements, String at, List<FieldError> errors) {
        Set<Map.Entry<String, LocalDate>> seen = new HashSet<>();
        for (int i = 0; i < measurements.size(); i++) {
            Measurement measurement = measurements.get(i);
            if (!seen.add(Map.entry(measurement.indicator(), measurement.measuredOn()))) {
                errors.add(FieldError.of(at + "/measurements/" + i, "measured-twice"));
            }
        }
    }

    private boolean isAhead(LocalDate day) {
        return day != null && day.isAfter(Seoul.today(clock));
    }
}
