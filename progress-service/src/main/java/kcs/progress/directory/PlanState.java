package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A plan as its owner's newest event tells of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlanState(
        String code,
        Label title,
        String leadAgency,
        LocalDate announcedOn,
        Integer declaredTaskCount,
        List<Area> areas,
        long version) {

    /**
     * An area of the plan.
     *
     * @param parent code of the area that it belongs to; null at the top
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Area(String code, Label name, String parent) {}

    public PlanState {
        Objects.requireNonNull(code, "plan without code");
        Objects.requireNonNull(title, "plan without title");
        areas = areas == null ? List.of() : List.copyOf(areas);
    }
}
