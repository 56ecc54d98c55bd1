package kcs.progress.meetings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many attended as one kind; never who. */
@Schema(name = "Attendance", description = "참석 인원: how many attended as one kind, never who")
record Attendance(
        @NotNull AttendanceKind kind,

        @NotNull @Min(0) @Max(10_000) @Schema(examples = "9")
        Integer count) {}
