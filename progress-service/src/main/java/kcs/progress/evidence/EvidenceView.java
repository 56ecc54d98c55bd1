package kcs.progress.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of a file.
 *
 * @param title what it is, in the words of who uploaded it
 * @param mediaType as found in its content, not as claimed
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param filedBy AGENCY, or PROXY when a planner uploaded it for an agency without reporters
 * @param submissions the numbers of the checkpoint's submissions that name it, of those the caller may see
 */
@Schema(name = "EvidenceFile")
record EvidenceView(
        @Schema(required = true) UUID id,
        @Schema(required = true, maxLength = 100) String checkpoint,
        @Schema(required = true, maxLength = 40) String task,
        @Schema(required = true, maxLength = 10) String agency,

        @Schema(required = true, maxLength = UploadFile.LONGEST_TITLE)
        String title,

        @Schema(required = true, maxLength = FileName.LONGEST, examples = "2분기 회의록.hwpx")
        String fileName,

        @Schema(required = true, maxLength = 100, examples = "application/hwp+zip")
        String mediaType,

        @Schema(required = true, minimum = "1") long size,

        @Schema(required = true, minLength = 64, maxLength = 64)
        String sha256,

        @Schema(required = true) FiledBy filedBy,
        @Schema(required = true) Instant uploadedAt,
        @Schema(required = true, maxItems = 1000) List<Integer> submissions) {

    /** On whose behalf it was uploaded. */
    enum FiledBy {
        AGENCY,
        PROXY
    }
}
