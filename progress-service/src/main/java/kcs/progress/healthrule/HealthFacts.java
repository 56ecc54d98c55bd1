package kcs.progress.healthrule;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import kcs.progress.directory.Label;
import kcs.progress.directory.TaskStatus;

/**
 * What the derived health of a task is reckoned from: dates and figures, nobody's opinion. Waived checkpoints are left
 * out. A checkpoint is due once the last day to file it in time has passed in Seoul, extensions included.
 *
 * @param startsOn null where nobody stated it
 * @param endsOn null where nobody stated it
 * @param due how many checkpoints of open cycles are due
 * @param overdue how many of these were never filed
 * @param last the last closed cycle that asked something of the task; null where there was none
 * @param percents the newest accepted percentages of completion, one of each agency that stated any
 */
public record HealthFacts(
        TaskStatus status,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Milestone> milestones,
        int due,
        int overdue,
        LastCycle last,
        List<Integer> percents) {

    /**
     * A step that is due on a day.
     *
     * @param dueOn null while no date is set
     * @param doneOn null until it is done
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Milestone(Label title, LocalDate dueOn, LocalDate doneOn) {}

    /**
     * What came of a closed cycle.
     *
     * @param expected checkpoints of the task in it
     * @param received how many of them were filed
     * @param accepted how many of them have an accepted version
     * @param due how many of them are due; one that is extended beyond today is not
     * @param missed how many of these were never filed
     */
    public record LastCycle(String period, int expected, int received, int accepted, int due, int missed) {

        boolean silent() {
            return accepted == 0;
        }
    }
}
