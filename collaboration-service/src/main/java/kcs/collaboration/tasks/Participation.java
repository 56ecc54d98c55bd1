package kcs.collaboration.tasks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency's part in a task. Ended, never erased.
 *
 * @param agency its code
 * @param department who in it; null where not stated
 * @param since first day; null where not stated
 * @param until last day; null while it takes part
 */
record Participation(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}") String agency,
        @NotNull Role role,
        @Size(min = 1, max = 200) @Schema(nullable = true) String department,
        @Schema(nullable = true) LocalDate since,
        @Schema(nullable = true) LocalDate until) {

    /** What an agency does in a task; LEAD and PARTNER report, INVOLVED does not. */
    @Schema(name = "ParticipationRole")
    enum Role {
        LEAD,
        PARTNER,
        INVOLVED
    }

    boolean current() {
        return until == null;
    }

    Participation as(Role other) {
        return new Participation(agency, other, department, since, until);
    }

    Participation endedOn(LocalDate day) {
        return new Participation(agency, role, department, since, day);
    }
}
