package kcs.progress.extensions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A planner's answer to a request for more time. */
@Schema(description = "기한연장 승인·불승인, with the reason that its agency is told")
record DecideExtension(
        @NotNull Decision decision,

        @Schema(
                nullable = true,
                description =
                        "Only with GRANT: the new due day where it is not the one that was asked for. Any day, a holiday"
                                + " too, from today on and after the due day that counts now")
        LocalDate until,

        @NotBlank @Size(min = 1, max = 2000) String reason) {

    /** Given, or not. */
    @Schema(name = "ExtensionDecision")
    enum Decision {
        GRANT,
        REFUSE
    }
}
