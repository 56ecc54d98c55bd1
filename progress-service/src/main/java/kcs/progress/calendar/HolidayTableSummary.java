package kcs.progress.calendar;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table of announced holidays in a list. */
record HolidayTableSummary(
        @Schema(required = true, maxLength = 9, examples = "2027.1")
        String version,

        @Schema(required = true, maxItems = 20) List<Integer> years,

        @Schema(required = true, minimum = "1", maximum = "500", description = "How many holidays it has")
        int days,

        @Schema(required = true) Instant loadedAt) {}
