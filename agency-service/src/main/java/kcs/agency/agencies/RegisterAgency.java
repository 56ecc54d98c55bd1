package kcs.agency.agencies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency that shall take part. */
@Schema(name = "RegisterAgency")
record RegisterAgency(
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}")
        @Schema(
                required = true,
                pattern = "^[A-Z][A-Z0-9]{1,9}$",
                minLength = 2,
                maxLength = 10,
                examples = "KCS",
                description = "Ours, for good: it is never changed or given to another")
        String code,

        @Pattern(regexp = "[0-9]{7}")
        @Schema(
                pattern = "^[0-9]{7}$",
                minLength = 7,
                maxLength = 7,
                description = "Standard administrative code (행정표준코드)")
        String officialCode,

        @Schema(description = "Whether the official code was checked at its official source; false unless said")
        Boolean officialCodeVerified,

        @NotEmpty
        @Size(max = 50)
        @Schema(required = true, minItems = 1, maxItems = 50, description = "At most one without validFrom")
        List<@Valid @NotNull DatedName> names,

        @NotNull @Schema(required = true) AgencyType type,

        @Size(max = 10)
        @Schema(pattern = "^[A-Z][A-Z0-9]{1,9}$", maxLength = 10, description = "Code of the agency it belongs to")
        String parent,

        @NotNull
        @Schema(required = true, description = "Whether it has reporters of its own; else planners report for it")
        Boolean reports,

        @Schema(description = "First day of the agency, in Seoul; null where it is not stated")
        LocalDate validFrom,

        @Size(max = 20) @Schema(maxItems = 20) List<@Valid @NotNull Contact> contacts) {}
