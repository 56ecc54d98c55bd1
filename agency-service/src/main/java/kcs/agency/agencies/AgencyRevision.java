package kcs.agency.agencies;

import java.time.Instant;
import java.util.List;
import kcs.chassis.identity.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of an agency's history. */
@Schema(name = "AgencyRevision")
record AgencyRevision(
        @Schema(required = true, minimum = "0", description = "The version that came of it; 0 is the registration")
        long version,

        @Schema(required = true) Instant at,
        @Schema(required = true) Actor by,

        @Schema(required = true, maxItems = 20, description = "Empty for the registration")
        List<FieldChange> changes,

        @Schema(maxLength = 2000) String reason) {

    /** Who did it. */
    @Schema(name = "Actor")
    record Actor(
            @Schema(maxLength = 200, description = "Who, for auditors; null for everyone else")
            String subject,

            @Schema(required = true, maxItems = 6) List<Role> roles,

            @Schema(maxLength = 10, description = "The agency the actor speaks for")
            String agency) {}
}
