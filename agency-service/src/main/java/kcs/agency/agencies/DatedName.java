package kcs.agency.agencies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an agency is called from a day on, until the next name begins.
 *
 * @param shortName the name itself where no shorter one was given
 * @param validFrom first day, in Seoul; null for a first name of which nobody has stated since when it holds
 */
@Schema(name = "DatedName")
record DatedName(
        @Valid @NotNull @Schema(required = true) Bilingual name,

        @Valid @Schema(description = "Where none is given, the name itself")
        Bilingual shortName,

        @Schema(
                description =
                        "First day, in Seoul; null for a first name of which it is not stated since when it holds")
        LocalDate validFrom) {

    DatedName withShortName() {
        return shortName == null ? new DatedName(name, name, validFrom) : this;
    }

    boolean hasBegunBy(LocalDate day) {
        return validFrom == null || !validFrom.isAfter(day);
    }
}
