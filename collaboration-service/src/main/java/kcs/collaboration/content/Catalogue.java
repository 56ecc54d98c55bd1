package kcs.collaboration.content;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plans and tasks that public documents state, as they stand in {@code catalogue/plans-and-tasks.yaml}; what no
 * document states is null.
 */
public record Catalogue(
        List<Document> documents, List<PlanEntry> plans, List<TaskEntry> tasks, List<RecognitionEntry> recognitions) {

    private static final String RESOURCE = "/catalogue/plans-and-tasks.yaml";

    public record Document(String id, String ko, String en, String published) {}

    public record PlanEntry(
            String code,
            String ko,
            String en,
            String document,
            LocalDate announcedOn,
            Integer declaredTaskCount,
            String leadAgency,
            List<Named> areas,
            List<Named> proposalChannels) {}

    public record Named(String code, String ko, String en, String since) {}

    public record TaskEntry(
            int no,
            String ko,
            String en,
            String origin,
            String document,
            String areaAssigned,
            List<String> partners,
            List<String> involved,
            boolean openList,
            List<String> measures,
            List<IndicatorEntry> indicators) {}

    public record IndicatorEntry(
            String code,
            String ko,
            String en,
            String unit,
            String direction,
            BigDecimal baseline,
            BigDecimal target,
            String note) {}

    public record RecognitionEntry(String title, String award, String document, Integer task) {}

    public static Catalogue read() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory())
                .registerModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream text = Catalogue.class.getResourceAsStream(RESOURCE)) {
            return yaml.readValue(text, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue cannot be read", e);
        }
    }

    public Document document(String id) {
        return documents.stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The agencies that must be known before it can be loaded. */
    public Set<String> agencies() {
        Set<String> codes = new TreeSet<>();
        plans.forEach(plan -> codes.add(plan.leadAgency()));
        tasks.forEach(task -> codes.addAll(listed(task.partners())));
        tasks.forEach(task -> codes.addAll(listed(task.involved())));
        return codes;
    }

    public static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : list;
    }
}
