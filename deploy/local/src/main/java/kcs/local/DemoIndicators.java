package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the tasks of the demonstration are measured by: the catalogue's indicators with targets, and two of its own. */
final class DemoIndicators {
    private static final String TARGET_ON = "2025-06-30";
    private static final String BRIEFINGS = "JOINT_BRIEFINGS";

    /** The values at the end of each cycle, from the first on. */
    private record Series(String indicator, BigDecimal target, List<String> values) {}

    private static final Map<Integer, Series> SERIES = Map.of(
            1, new Series("EXPERT_DOC_LEAD_TIME", BigDecimal.ZERO, List.of("0.9", "0.6", "0.3", "0.1")),
            3, new Series("JOINT_INSPECTION_OFFICES", BigDecimal.valueOf(10), List.of("4", "5", "7", "8")),
            5, new Series(BRIEFINGS, BigDecimal.valueOf(12), List.of("2", "3", "7", "12")),
            6, new Series(BRIEFINGS, BigDecimal.valueOf(4), List.of("1", "2", "3", "4")));

    private DemoIndicators() {}

    /** A task's indicators with their targets for the demonstration. */
    static JsonArray targeted(int no, JsonArray indicators) {
        Series series = SERIES.get(no);
        if (series == null) {
            return indicators;
        }
        boolean known = indicators.stream()
                .map(JsonObject.class::cast)
                .anyMatch(indicator -> series.indicator().equals(indicator.getString("code")));
        if (!known) {
            indicators.add(briefings());
        }
        indicators.stream()
                .map(JsonObject.class::cast)
                .filter(indicator -> series.indicator().equals(indicator.getString("code")))
                .forEach(indicator -> indicator
                        .put("target", series.target())
                        .put("targetOn", TARGET_ON)
                        .put(
                                "note",
                                DemoText.of("목표와 기한은 시연 자료. "
                                        + indicator.getString("note", "").strip())));
        return indicators;
    }

    private static JsonObject briefings() {
        return new JsonObject()
                .put("code", BRIEFINGS)
                .put("name", DemoText.label("합동 설명회 개최 횟수", "Joint briefings held"))
                .put("unit", "event")
                .put("direction", "INCREASE")
                .put("baseline", BigDecimal.ZERO);
    }

    /**
     * What the lead agency measured in a cycle; nothing where its task has no indicator.
     *
     * @param cycle 0 for the first
     * @param measuredOn a day, {@code YYYY-MM-DD}
     */
    static JsonArray measurements(int no, int cycle, String measuredOn) {
        Series series = SERIES.get(no);
        JsonArray measurements = new JsonArray();
        if (series != null) {
            measurements.add(new JsonObject()
                    .put("indicator", series.indicator())
                    .put("value", new BigDecimal(series.values().get(cycle)))
                    .put("measuredOn", measuredOn)
                    .put("note", DemoText.of("측정값은 시연 자료")));
        }
        return measurements;
    }
}
