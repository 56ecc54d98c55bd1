package kcs.progress.publicdata;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kcs.progress.snapshots.PublishedReport;
import kcs.progress.snapshots.PublishedReports;
import org.jboss.logging.Logger;

/**
 * What published reports say that was measured. What agencies file is not public; what stands in a report that a planner
 * published is.
 */
@Singleton
class PublishedValues {
    private static final Logger LOG = Logger.getLogger(PublishedValues.class);

    private final PublishedReports reports;
    private final ObjectReader reader;

    /** A report never changes and stays published: each is read once. */
    private final Map<Long, List<Line>> read = new ConcurrentHashMap<>();

    PublishedValues(PublishedReports reports, ObjectMapper json) {
        this.reports = reports;
        this.reader = json.readerFor(Frozen.class);
    }

    /** Of a frozen report what is read here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Frozen(List<Line> indicators) {}

    /** An indicator and its newest value of then; null where there was none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String task, String code, BigDecimal value, LocalDate measuredOn, String agency) {}

    /** What an indicator is called by. */
    record Key(String task, String indicator) {}

    /** What was measured on one day by one agency: a later report corrects an earlier one. */
    private record Place(LocalDate measuredOn, String agency) {}

    /**
     * What was published of an indicator.
     *
     * @param values by the day that they were measured on
     * @param publishedAt when the newest of them was
     */
    record Series(List<PublicIndicator.Value> values, Instant publishedAt) {
        static final Series NONE = new Series(List.of(), Instant.MIN);
    }

    /** By indicator; to be called inside a transaction. */
    Map<Key, Series> of(List<PublishedReport> published) {
        Map<Key, Map<Place, PublicIndicator.Value>> values = new HashMap<>();
        Map<Key, Instant> newest = new HashMap<>();
        for (PublishedReport report : published) {
            for (Line line : lines(report)) {
                Key key = new Key(line.task(), line.code());
                Place place = new Place(line.measuredOn(), line.agency());
                values.computeIfAbsent(key, any -> new HashMap<>())
                        .put(
                                place,
                                new PublicIndicator.Value(line.value(), line.measuredOn(), line.agency(), report.id()));
                newest.merge(key, report.publishedAt(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        Map<Key, Series> series = new HashMap<>();
        values.forEach((key, of) -> series.put(key, new Series(sorted(of.values()), newest.get(key))));
        return series;
    }

    private static List<PublicIndicator.Value> sorted(Collection<PublicIndicator.Value> values) {
        Map<String, PublicIndicator.Value> sorted = new TreeMap<>();
        values.forEach(value -> sorted.put(value.measuredOn() + " " + value.agency(), value));
        return new ArrayList<>(sorted.values());
    }

    private List<Line> lines(PublishedReport report) {
        return read.computeIfAbsent(report.no(), any -> readLines(report));
    }

    private List<Line> readLines(PublishedReport report) {
        try {
            byte[] data = reports.data(report).orElseThrow(() -> new IOException("its data are not there"));
            return reader.<Frozen>readValue(data).indicators().stream()
                    .filter(line -> line.value() != null)
                    .toList();
        } catch (IOException damaged) {
            LOG.errorf(damaged, "%s is damaged: what was measured is not read from it", report.id());
            return List.of();
        }
    }
}
