package kcs.collaboration.plans;

import java.time.Instant;
import java.time.LocalDate;
import kcs.chassis.identity.ChangedBy;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan in a list. */
record PlanSummary(
        @Schema(maxLength = 30, examples = "KCS-2024") String code,
        Label title,
        @Schema(maxLength = 10) String leadAgency,
        @Schema(nullable = true) LocalDate announcedOn,

        @Schema(nullable = true, minimum = "0", maximum = "10000")
        Integer declaredTaskCount,

        @Schema(minimum = "0") long version,
        Instant changedAt,

        @Schema(
                nullable = true,
                description = "Who made this version; null for the public, and where it was the catalogue")
        ChangedBy changedBy) {}
