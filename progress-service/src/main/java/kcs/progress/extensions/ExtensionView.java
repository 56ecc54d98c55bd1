package kcs.progress.extensions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for more time as it is shown.
 *
 * @param askedByAgency null where a planner asked for an agency without reporters
 * @param askedBy told to planners and auditors, as is {@code decidedBy}
 * @param grantedUntil the due day that was given; null unless it was
 * @param allowedTransitions where this caller may move it
 */
@Schema(name = "Extension", description = "기한연장: a request for more time, and what became of it")
record ExtensionView(
        UUID id,
        @Schema(maxLength = 60) String checkpoint,
        @Schema(maxLength = 40) String cycle,
        @Schema(maxLength = 40) String task,
        @Schema(maxLength = 10) String agency,
        ExtensionStatus status,

        @Schema(description = "The due day that was asked for")
        LocalDate until,

        @Schema(maxLength = 2000) String reason,
        Instant askedAt,
        @Schema(maxLength = 10, nullable = true) String askedByAgency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String askedBy,

        @Schema(nullable = true) LocalDate grantedUntil,
        @Schema(nullable = true) Instant decidedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String decidedBy,

        @Schema(maxLength = 2000, nullable = true) String decisionReason,
        @Schema(minimum = "0") long version,
        @Schema(maxItems = 2) List<ExtensionStatus> allowedTransitions) {

    private static final Extension.Decided UNDECIDED = new Extension.Decided(null, null, null, null);

    static ExtensionView of(Extension extension, Caller caller) {
        Extension.Asked asked = extension.asked();
        Extension.Decided decided = extension.decided() == null ? UNDECIDED : extension.decided();
        boolean tellsWho = caller.is(Role.PLANNER, Role.AUDITOR);
        boolean decides = caller.is(Role.PLANNER) && !caller.subject().equals(asked.by());
        return new ExtensionView(
                asked.id(),
                asked.checkpoint(),
                asked.cycle(),
                asked.task(),
                asked.agency(),
                extension.status(),
                asked.until(),
                asked.reason(),
                asked.at(),
                asked.byAgency(),
                tellsWho ? asked.by() : null,
                decided.until(),
                decided.at(),
                tellsWho ? decided.by() : null,
                decided.reason(),
                extension.version(),
                decides ? extension.status().next().stream().sorted().toList() : List.of());
    }
}
