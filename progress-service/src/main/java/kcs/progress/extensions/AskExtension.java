package kcs.progress.extensions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for more time. */
@Schema(description = "기한연장 신청")
record AskExtension(
        @NotNull
        @Schema(description = "The due day that is wanted, in Seoul; after today and after the one that counts now")
        LocalDate until,

        @NotBlank @Size(min = 1, max = 2000) @Schema(examples = "원자료 확정이 늦어짐")
        String reason) {}
