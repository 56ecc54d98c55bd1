package kcs.progress.dashboard;

import java.time.LocalDate;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency on the dashboard, by its name of the day in Seoul. */
public record BoardAgency(
        @Schema(required = true, maxLength = 10, examples = "KCS")
        String code,

        @Schema(required = true) Label name,
        Label shortName,
        @Schema(required = true, maxLength = 40) String type,

        @Schema(required = true, maxLength = 40, examples = "ACTIVE")
        String status) {

    /** The agency as it is called on a day. */
    public static BoardAgency of(AgencyState agency, LocalDate day) {
        AgencyState.Name name = agency.nameOn(day);
        return new BoardAgency(agency.code(), name.name(), name.shortName(), agency.type(), agency.status());
    }
}
