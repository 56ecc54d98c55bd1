package kcs.agency.agencies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency as it is shown.
 *
 * @param name the name of the day that was asked for, else of today in Seoul
 * @param contacts null for the public, and then left out: absent is not the same as none
 */
@Schema(name = "Agency")
record AgencyView(
        @Schema(required = true, maxLength = 10, examples = "KCS")
        String code,

        @Schema(maxLength = 7, description = "Standard administrative code (행정표준코드); null where it is not stated")
        String officialCode,

        @Schema(required = true, description = "Whether the official code was checked at its official source")
        boolean officialCodeVerified,

        @Schema(required = true, description = "Name of the day that was asked for, else of today in Seoul")
        Bilingual name,

        @Schema(required = true) Bilingual shortName,

        @Schema(
                required = true,
                description = "ANNOUNCED (발표 당시 명칭): the name is that of the plan's announcement, and no later one has"
                        + " been recorded")
        NameProvenance nameProvenance,

        @Schema(required = true, maxItems = 50, description = "Every name, the oldest first")
        List<DatedName> names,

        @Schema(required = true) AgencyType type,

        @Schema(maxLength = 10, description = "Code of the agency it belongs to")
        String parent,

        @Schema(required = true, description = "Whether it has reporters of its own; else planners report for it")
        boolean reports,

        @Schema(required = true) AgencyStatus status,

        @Schema(description = "First day, in Seoul; null where it is not stated")
        LocalDate validFrom,

        @Schema(description = "Last day of an abolished agency")
        LocalDate validTo,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = 20, description = "For signed-in users only; left out for the public")
        List<Contact> contacts,

        @Schema(required = true, minimum = "0") long version) {

    static AgencyView of(Agency agency, LocalDate day, boolean withContacts) {
        DatedName current = agency.names().on(day);
        return new AgencyView(
                agency.code(),
                agency.officialCode(),
                agency.officialCodeVerified(),
                current.name(),
                current.shortName(),
                agency.nameProvenance(),
                agency.names().all(),
                agency.type(),
                agency.parent(),
                agency.reports(),
                agency.status(),
                agency.validFrom(),
                agency.validTo(),
                withContacts ? agency.contacts() : null,
                agency.version());
    }
}
