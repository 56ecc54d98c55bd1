package kcs.progress.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kcs.progress.submissions.Measurement;

/**
 * Measurements in one cell: {@code CODE=value unit@2024-09-20 # note}, each on a line of its own or after a semicolon. Unit
 * and note may be missing; a note goes on to the end of its line.
 */
final class MeasurementCell {
    private static final Pattern ENTRY = Pattern.compile("(?<code>[A-Z][A-Z0-9_]{0,39})\\s*=\\s*"
            + "(?<value>-?[0-9]{1,18}(?:\\.[0-9]{1,6})?)\\s*(?<unit>[^@#;\\s0-9.,][^@#;\\n]*?)?\\s*@\\s*(?<day>[0-9-]{10})"
            + "\\s*(?:#\\s*(?<note>.*))?");

    private MeasurementCell() {}

    static List<String> split(String cell) {
        List<String> entries = new ArrayList<>();
        for (String line : cell.split("\n")) {
            int note = line.indexOf('#');
            List<String> parts = new ArrayList<>(Arrays.asList((note < 0 ? line : line.substring(0, note)).split(";")));
            if (note >= 0) {
                parts.add(parts.remove(parts.size() - 1) + line.substring(note));
            }
            parts.stream().map(String::strip).filter(part -> !part.isEmpty()).forEach(entries::add);
        }
        return entries;
    }

    /** Empty when it is not written as it should be. */
    static Optional<Measurement> read(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return RowCells.day(parts.group("day"))
                .map(day -> new Measurement(
                        parts.group("code"),
                        new BigDecimal(parts.group("value")),
                        orNull(parts.group("unit")),
                        day,
                        orNull(parts.group("note"))));
    }

    private static String orNull(String part) {
        return part == null || part.isBlank() ? null : part.strip();
    }

    static String write(List<Measurement> measurements) {
        return measurements.stream().map(MeasurementCell::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(Measurement measurement) {
        // A unit that could be taken for something else is left out: it is the indicator's anyway.
        boolean plainUnit = measurement.unit() != null && measurement.unit().matches("[^@#;\\s0-9.,][^@#;\\n]*");
        String unit = plainUnit ? " " + measurement.unit() : "";
        String note =
                measurement.note() == null ? "" : " # " + measurement.note().replaceAll("\\s*\n\\s*", " ");
        return measurement.indicator() + "=" + measurement.value().toPlainString() + unit + "@"
                + measurement.measuredOn() + note;
    }
}
