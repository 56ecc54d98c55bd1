package kcs.progress.known;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import kcs.progress.directory.Label;

/**
 * What is read of a known task beside its checkpoints.
 *
 * @param indicators what its agencies may measure
 */
public record KnownTask(String code, String plan, List<Indicator> indicators) {

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
