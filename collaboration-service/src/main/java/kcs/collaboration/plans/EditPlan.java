package kcs.collaboration.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.collaboration.content.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a planner may change of a plan. */
record EditPlan(
        @NotNull @Valid Label title,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}") String leadAgency,
        @Schema(nullable = true) LocalDate announcedOn,
        @Min(0) @Max(10000) @Schema(nullable = true) Integer declaredTaskCount,
        @NotNull @Size(max = 100) List<@NotNull @Valid Area> areas,
        @NotNull @Size(max = 50) List<@NotNull @Valid ProposalChannel> proposalChannels,
        @Valid @Schema(nullable = true) PlanDocument document) {

    EditPlan {
        areas = areas == null ? List.of() : areas;
        proposalChannels = proposalChannels == null ? List.of() : proposalChannels;
    }

    /** What is wrong with it by itself: repeated codes, a parent that is not there, areas that lie within each other. */
    List<FieldError> contradictions() {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> parents = new HashMap<>();
        for (int i = 0; i < areas.size(); i++) {
            if (parents.containsKey(areas.get(i).code())) {
                errors.add(FieldError.of("/areas/" + i + "/code", "repeated"));
            }
            parents.put(areas.get(i).code(), areas.get(i).parent());
        }
        for (int i = 0; i < areas.size(); i++) {
            String parent = areas.get(i).parent();
            if (parent != null
                    && (!parents.containsKey(parent)
                            || circular(parents, areas.get(i).code()))) {
                errors.add(FieldError.of("/areas/" + i + "/parent", "area-parent"));
            }
        }
        Set<String> channels = new HashSet<>();
        for (int i = 0; i < proposalChannels.size(); i++) {
            if (!channels.add(proposalChannels.get(i).code())) {
                errors.add(FieldError.of("/proposalChannels/" + i + "/code", "repeated"));
            }
        }
        return errors;
    }

    private static boolean circular(Map<String, String> parents, String from) {
        Set<String> seen = new HashSet<>();
        for (String area = from; area != null; area = parents.get(area)) {
            if (!seen.add(area)) {
                return true;
            }
        }
        return false;
    }
}
