package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kcs.progress.directory.Label;
import kcs.progress.directory.Origin;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.TaskStatus;
import kcs.progress.directory.Visibility;

/** A task as its owner told of it by then: all that a report says of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskThen(
        String code,
        String plan,
        int no,
        Label title,
        Label summary,
        String area,
        String areaProvenance,
        Origin origin,
        boolean placeholder,
        String proposalChannel,
        Source source,
        boolean representative,
        Visibility visibility,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Part> participations,
        boolean partnersOpen,
        List<String> measures,
        List<Milestone> milestones,
        List<Indicator> indicators,
        TaskStatus status,
        Instant statusSince) {

    /** Where it is written; it was published on a day, in a month or in a year, as far as that is known. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(String document, String publishedOn, String quotation) {}

    /** An agency's part; {@code until} is null while it takes part. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(String agency, ParticipationRole role, String department, LocalDate until) {}

    /** What is to be done by a day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Milestone(Label title, LocalDate dueOn, LocalDate doneOn) {

        boolean done() {
            return doneOn != null;
        }

        boolean lateOn(LocalDate day) {
            return !done() && dueOn != null && dueOn.isBefore(day);
        }
    }

    /** What its agencies measure; {@code direction} says which way is better. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(
            String code,
            Label name,
            String unit,
            String direction,
            BigDecimal baseline,
            BigDecimal target,
            LocalDate targetOn,
            String note) {

        /** Whether a value is at the target or beyond; null where either is not there. */
        public Boolean reachedBy(BigDecimal value) {
            if (value == null || target == null || direction == null) {
                return null;
            }
            int beyond = value.compareTo(target);
            return switch (direction) {
                case "INCREASE" -> beyond >= 0;
                case "DECREASE" -> beyond <= 0;
                default -> beyond == 0;
            };
        }
    }

    /** One whose event does not say who may see it is the government's. */
    public TaskThen {
        visibility = visibility == null ? Visibility.GOVERNMENT : visibility;
        participations = listed(participations);
        measures = listed(measures);
        milestones = listed(milestones);
        indicators = listed(indicators);
    }

    private static <T> List<T> listed(List<T> told) {
        return told == null ? List.of() : List.copyOf(told);
    }

    /** The parts that have not ended. */
    public List<Part> current() {
        return participations.stream().filter(part -> part.until() == null).toList();
    }

    Set<String> participants() {
        return current().stream().map(Part::agency).collect(Collectors.toUnmodifiableSet());
    }

    /** The agency in the lead; null where none is. */
    String lead() {
        return current().stream()
                .filter(part -> part.role() == ParticipationRole.LEAD)
                .map(Part::agency)
                .findFirst()
                .orElse(null);
    }
}
