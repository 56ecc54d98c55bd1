package kcs.progress.snapshots;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found when a snapshot was held against its hashes. */
@Schema(name = "SnapshotVerification", description = "Everything was hashed again and compared")
record Verification(
        @Schema(required = true, maxLength = 60) String snapshot,
        @Schema(required = true) Instant checkedAt,

        @Schema(required = true, description = "Nothing was found")
        boolean verified,

        @Schema(required = true, minimum = "0") int filesChecked,
        @Schema(required = true, maxItems = 100) List<Finding> findings) {

    /** Something that is not what it was. */
    @Schema(name = "SnapshotFinding")
    record Finding(
            @Schema(required = true, maxLength = 200, examples = "GOVERNMENT pdf ko")
            String what,

            @Schema(maxLength = 200, description = "null where nothing should be there")
            String expected,

            @Schema(maxLength = 200, description = "null where nothing is there")
            String found) {}
}
