package kcs.progress.known;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;

/** What the round reads of the events of plans, agencies and tasks. */
final class ToldEvents {

    private ToldEvents() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transition(String reason) {}

    /** @param reports whether it has reporters of its own; an agency whose events do not say has */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Agency(@JsonUnwrapped AgencyState state, String parent, Boolean reports) {}

    /** What the round reads of a task beside what the board reads; milestones and indicators are kept as they are told. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Task(
            @JsonUnwrapped TaskState state,
            LocalDate startsOn,
            LocalDate endsOn,
            JsonNode milestones,
            JsonNode indicators) {
        static String list(JsonNode told) {
            return told == null || told.isNull() ? "[]" : told.toString();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PlanEvent(PlanState plan) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgencyEvent(Agency agency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TaskEvent(Transition transition, Task task) {
        TaskTold told() {
            TaskState state = task.state();
            String reason = transition == null ? null : transition.reason();
            return new TaskTold(state.code(), state.plan(), state.status(), reason);
        }
    }
}
