package kcs.progress.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public holiday as the gazette has it; one day may have several names. */
@Schema(description = "A public holiday: 공휴일")
record AnnouncedDay(
        @NotNull LocalDate day,

        @NotNull @Size(min = 1, max = 3) @Schema(examples = "[\"설날\"]")
        List<@NotBlank @Size(min = 1, max = 60) String> names) {}
