package kcs.agency.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kcs.agency.agencies.Announced;

/** The list of agencies that is shipped with the service. */
final class AgencyCatalogue {
    private static final String RESOURCE = "/catalogue/agencies.yaml";

    private record Document(List<Announced.Entry> agencies) {}

    private AgencyCatalogue() {}

    /** The agencies, each behind the one it belongs to. */
    static List<Announced.Entry> read() {
        try (InputStream yaml = AgencyCatalogue.class.getResourceAsStream(RESOURCE)) {
            YAMLMapper mapper = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            return parentsFirst(mapper.readValue(yaml, Document.class).agencies());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static List<Announced.Entry> parentsFirst(List<Announced.Entry> entries) {
        List<Announced.Entry> waiting = new ArrayList<>(entries);
        List<Announced.Entry> ordered = new ArrayList<>();
        Set<String> known = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<Announced.Entry> ready = waiting.stream()
                    .filter(entry -> entry.parent() == null || known.contains(entry.parent()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException(RESOURCE + ": no such parent, or a ring: " + waiting);
            }
            waiting.removeAll(ready);
            ordered.addAll(ready);
            ready.forEach(entry -> known.add(entry.code()));
        }
        return ordered;
    }
}
