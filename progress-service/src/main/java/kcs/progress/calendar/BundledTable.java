package kcs.progress.calendar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of announced holidays that is shipped with the service. */
final class BundledTable {
    private static final String RESOURCE = "/calendar/holidays.yaml";

    private record Document(String version, Map<Integer, Map<LocalDate, List<String>>> announced) {}

    private BundledTable() {}

    static LoadHolidayTable read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream text = BundledTable.class.getResourceAsStream(RESOURCE)) {
            Document document = yaml.readValue(text, Document.class);
            List<AnnouncedDay> announced = new ArrayList<>();
            document.announced()
                    .values()
                    .forEach(year -> year.forEach((day, names) -> announced.add(new AnnouncedDay(day, names))));
            return new LoadHolidayTable(
                    document.version(), List.copyOf(document.announced().keySet()), announced);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
