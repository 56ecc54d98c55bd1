package kcs.collaboration.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step that is due on a day.
 *
 * @param id names it within its task, for as long as it stands
 * @param dueOn null while no date is set; once set it changes only with a reason
 * @param doneOn null until it is done
 */
public record Milestone(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String id,
        @NotNull @Valid Label title,
        @Schema(nullable = true) LocalDate dueOn,
        @Schema(nullable = true) LocalDate doneOn) {}
