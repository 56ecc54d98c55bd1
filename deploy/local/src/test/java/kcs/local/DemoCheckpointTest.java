package kcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoCheckpointTest {
    private static final LocalDate DAY = LocalDate.of(2024, 10, 2);

    /** Words, days and addresses of the API's own; everything else is text that somebody reads. */
    private static final Set<String> NOT_TEXT =
            Set.of("kind", "declaredHealth", "approvedOn", "indicator", "measuredOn", "url");

    @Test
    void marksEveryTextAsMadeUp() {
        for (String id : List.of("KCS-2024-01.2024Q3.KCS", "KCS-2024-02.2024Q3.VNCD")) {
            List<String> texts = new ArrayList<>();
            collect(checkpoint(id).report(DAY), texts);

            assertThat(texts).isNotEmpty().allMatch(text -> text.startsWith("[시연] "));
        }
    }

    @Test
    void isFiledByAPlannerWhereNobodyReports() {
        assertThat(checkpoint("KCS-2024-02.2024Q3.VNCD").who()).isEqualTo(DemoPerson.PLANNER);
        assertThat(checkpoint("KCS-2024-01.2024Q3.KCS").who()).hasToString("reporter-kcs");
    }

    @Test
    void measuresOnlyWhatItsTaskIsMeasuredBy() {
        JsonArray measurements =
                checkpoint("KCS-2024-01.2024Q3.KCS").report(DAY).getJsonArray("measurements");

        assertThat(measurements).hasSize(1);
        assertThat(measurements.getJsonObject(0).getString("indicator")).isEqualTo("EXPERT_DOC_LEAD_TIME");
        assertThat(checkpoint("KCS-2024-02.2024Q3.KCS").report(DAY).getJsonArray("measurements"))
                .isEmpty();
    }

    private static DemoCheckpoint checkpoint(String id) {
        String[] parts = id.split("\\.");
        JsonObject shown = new JsonObject()
                .put("id", id)
                .put("task", parts[0])
                .put("agency", parts[2])
                .put("dueOn", "2024-10-07");
        return DemoCheckpoint.of(shown, 0, parts[2].equals("KCS"));
    }

    private static void collect(Object value, List<String> texts) {
        if (value instanceof JsonObject object) {
            object.forEach(field -> {
                if (!NOT_TEXT.contains(field.getKey())) {
                    collect(field.getValue(), texts);
                }
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> collect(item, texts));
        } else if (value instanceof String text) {
            texts.add(text);
        }
    }
}
