package kcs.progress.open;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import kcs.chassis.time.Seoul;
import kcs.progress.publicdata.PublicData;
import kcs.progress.publicdata.PublicIndicator;

/** Of what time data tell, as an interval of days in Seoul (ISO 8601); null where nobody has stated any. */
final class Coverage {
    private static final String GOES_ON = "..";

    private Coverage() {}

    static String ofTasks(PublicData data) {
        return between(
                data.tasks().stream().map(task -> task.period().startsOn()),
                data.tasks().stream().map(task -> task.period().endsOn()));
    }

    static String ofHealth(PublicData data) {
        return between(data.health().stream().map(health -> Seoul.dayOf(health.since())), Stream.of());
    }

    static String ofIndicators(PublicData data) {
        return between(
                data.indicators().stream()
                        .flatMap(indicator -> indicator.values().stream())
                        .map(PublicIndicator.Value::measuredOn),
                data.indicators().stream().map(PublicIndicator::measuredOn));
    }

    static String ofReports(PublicData data) {
        return between(
                data.reports().stream().map(report -> Seoul.dayOf(report.asOf())),
                data.reports().stream().map(report -> Seoul.dayOf(report.asOf())));
    }

    private static String between(Stream<LocalDate> first, Stream<LocalDate> last) {
        return first.filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(from -> from + "/"
                        + last.filter(Objects::nonNull)
                                .max(LocalDate::compareTo)
                                .map(LocalDate::toString)
                                .orElse(GOES_ON))
                .orElse(null);
    }
}
