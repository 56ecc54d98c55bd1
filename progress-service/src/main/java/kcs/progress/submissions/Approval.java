package kcs.progress.submissions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The agency's own sign-off (결재) of what it files.
 *
 * @param documentNo 문서번호
 * @param approver post of whoever approved; never a name
 * @param approvedOn null where not stated
 */
public record Approval(
        @NotBlank @Size(min = 1, max = 100) @Schema(examples = "국경관리과-1234")
        String documentNo,

        @Size(min = 1, max = 100) @Schema(nullable = true, examples = "국경관리과장")
        String approver,

        @Schema(nullable = true) LocalDate approvedOn) {}
