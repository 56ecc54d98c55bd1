package kcs.progress.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A planner's verdict on what was filed.
 *
 * @param reason required when it is returned
 * @param dueOn until when it is to be filed again; only with RETURN, a week of business days unless said
 */
@Schema(description = "검토: accept, or return for revision with a reason and a comment to each section")
record Review(
        @NotNull Decision decision,

        @Size(min = 1, max = 5000) @Schema(nullable = true, description = "Required with RETURN")
        String reason,

        @Size(max = 20) List<@NotNull @Valid Comment> comments,
        @Schema(nullable = true) LocalDate dueOn) {

    Review {
        comments = comments == null ? List.of() : comments;
    }

    /** Taken, or sent back. */
    @Schema(name = "ReviewDecision")
    enum Decision {
        ACCEPT,
        RETURN
    }

    /** What is said to one section. */
    @Schema(name = "ReviewComment")
    record Comment(
            @NotNull Section section,
            @NotBlank @Size(min = 1, max = 5000) String text) {}
}
