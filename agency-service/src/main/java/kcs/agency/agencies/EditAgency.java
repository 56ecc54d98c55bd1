package kcs.agency.agencies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be changed of an agency: a merge patch names any of it. The names are given as the whole list. */
@Schema(name = "EditAgency")
record EditAgency(
        @Pattern(regexp = "[0-9]{7}") @Schema(pattern = "^[0-9]{7}$", minLength = 7, maxLength = 7)
        String officialCode,

        @NotNull Boolean officialCodeVerified,

        @NotEmpty
        @Size(max = 50)
        @Schema(
                minItems = 1,
                maxItems = 50,
                description =
                        "The whole dated list. To rename, add an entry with its first day, past or ahead. A name that"
                                + " has begun stays; its shortName and its translation may be corrected")
        List<@Valid @NotNull DatedName> names,

        @NotNull AgencyType type,

        @Size(max = 10) @Schema(pattern = "^[A-Z][A-Z0-9]{1,9}$", maxLength = 10)
        String parent,

        @NotNull Boolean reports,
        LocalDate validFrom,

        @Schema(description = "Last day; with the status ABOLISHED, today or before")
        LocalDate validTo,

        @NotNull
        @Schema(description = "ABOLISHED ends the agency: give validTo and reason with it. It does not come back")
        AgencyStatus status,

        @NotNull @Size(max = 20) @Schema(maxItems = 20) List<@Valid @NotNull Contact> contacts,

        @Size(min = 1, max = 2000)
        @Schema(minLength = 1, maxLength = 2000, description = "Why, kept in the history; required to abolish")
        String reason) {}
