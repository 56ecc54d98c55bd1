package kcs.progress.open;

import java.time.Instant;
import kcs.progress.publicdata.PublicTask;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One task, as users of Korean public data expect it. */
@Schema(name = "OpenTaskAnswer")
record OpenTask(
        @Schema(required = true, maxLength = 2, examples = "00")
        String resultCode,

        @Schema(required = true, maxLength = 100, examples = "NORMAL SERVICE.")
        String resultMsg,

        @Schema(required = true) Licence licence,
        @Schema(required = true) Instant updatedAt,

        @Schema(required = true, description = "The stack plays a year for show: what it holds happened nowhere")
        boolean demonstration,

        @Schema(required = true) PublicTask item) {

    static OpenTask of(PublicTask task, OpenTerms terms) {
        return new OpenTask(
                ResultCode.NORMAL.code(),
                ResultCode.NORMAL.message(),
                terms.licence(),
                task.updatedAt(),
                terms.demonstration(),
                task);
    }
}
