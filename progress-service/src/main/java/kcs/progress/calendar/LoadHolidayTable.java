package kcs.progress.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kcs.chassis.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Loads a table of announced holidays.
 *
 * @param version the last year that it states and a number that counts up: {@code 2028.1}
 * @param years the years that it states, each whole
 * @param announced every holiday of these years that the gazette has, temporary ones and substitutes too
 */
@Schema(description = "Announced holidays of whole years: 공고된 공휴일 표")
record LoadHolidayTable(
        @NotNull @Pattern(regexp = LoadHolidayTable.VERSION) @Schema(maxLength = 9, examples = "2028.1")
        String version,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Min(1950) @Max(2100) Integer> years,
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid AnnouncedDay> announced) {

    /** Without leading zeros, so that one version has one spelling. */
    static final String VERSION = "[0-9]{4}\\.[1-9][0-9]{0,3}";

    /** What is wrong with it by itself: a year or day twice, a day of another year, a year without any. */
    List<FieldError> contradictions() {
        List<FieldError> errors = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < announced.size(); i++) {
            LocalDate day = announced.get(i).day();
            if (!years.contains(day.getYear())) {
                errors.add(FieldError.of("/announced/" + i + "/day", "outside-years"));
            }
            if (!days.add(day)) {
                errors.add(FieldError.of("/announced/" + i + "/day", "repeated"));
            }
        }
        Set<Integer> stated = days.stream().map(LocalDate::getYear).collect(Collectors.toSet());
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < years.size(); i++) {
            if (!seen.add(years.get(i))) {
                errors.add(FieldError.of("/years/" + i, "repeated"));
            }
            if (!stated.contains(years.get(i))) {
                errors.add(FieldError.of("/years/" + i, "year-without-days"));
            }
        }
        return errors;
    }
}
