package kcs.progress.known;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import kcs.progress.directory.Label;
import kcs.progress.directory.Visibility;

/**
 * What the round needs to know of a task.
 *
 * @param participants the agencies that take part now, in whatever role
 */
public record KnownTask(
        String code,
        String plan,
        Label title,
        Visibility visibility,
        Set<String> participants,
        List<Indicator> indicators) {

    /**
     * What the agencies measure.
     *
     * @param unit what is counted
     * @param direction which way is better: INCREASE, DECREASE or MAINTAIN
     * @param baseline where it stood; null where not stated
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(String code, Label name, String unit, String direction, BigDecimal baseline) {}
}
