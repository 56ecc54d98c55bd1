package kcs.progress.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency and its name on the day of the report. */
@Schema(name = "ReportedAgency")
record AgencyLine(
        @Schema(required = true, maxLength = 10) String code,
        @Schema(required = true) Label name,
        Label shortName) {

    static AgencyLine of(AgencyState agency, LocalDate day) {
        AgencyState.Name name = agency.nameOn(day);
        return new AgencyLine(agency.code(), name.name(), name.shortName());
    }

    /** The names by their codes. */
    static Map<String, Label> names(List<AgencyLine> agencies) {
        Map<String, Label> names = new TreeMap<>();
        agencies.forEach(agency -> names.put(agency.code(), agency.name()));
        return names;
    }
}
