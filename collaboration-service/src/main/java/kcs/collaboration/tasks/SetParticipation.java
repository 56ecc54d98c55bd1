package kcs.collaboration.tasks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency's part in a task from now on; making it LEAD makes the lead before it a PARTNER. */
record SetParticipation(
        @NotNull Participation.Role role,
        @Size(min = 1, max = 200) @Schema(nullable = true) String department,
        @Schema(nullable = true) LocalDate since,
        @Size(min = 1, max = 2000) @Schema(nullable = true) String reason) {}
