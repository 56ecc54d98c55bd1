package kcs.progress.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table of announced holidays; once loaded it never changes. */
@Schema(description = "A table of announced holidays, whole: 공고된 공휴일 표")
record HolidayTable(
        @Schema(required = true, maxLength = 9, examples = "2027.1")
        String version,

        @Schema(required = true, maxItems = 20, description = "The years that it states, each whole")
        List<Integer> years,

        @Schema(required = true, maxItems = 500) List<AnnouncedDay> announced,
        @Schema(required = true) Instant loadedAt) {

    static HolidayTable of(LoadHolidayTable command, Instant loadedAt) {
        return new HolidayTable(
                command.version(),
                command.years().stream().sorted().toList(),
                command.announced().stream()
                        .sorted(Comparator.comparing(AnnouncedDay::day))
                        .toList(),
                loadedAt);
    }

    /** The names of its holidays by year and day. */
    Map<Integer, Map<LocalDate, List<String>>> byYear() {
        Map<Integer, Map<LocalDate, List<String>>> stated = new TreeMap<>();
        years.forEach(year -> stated.put(year, new TreeMap<>()));
        announced.forEach(holiday -> stated.get(holiday.day().getYear()).put(holiday.day(), holiday.names()));
        return stated;
    }
}
