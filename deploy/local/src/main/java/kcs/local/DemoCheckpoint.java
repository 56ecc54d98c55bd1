package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;

/**
 * One agency's return for one task in one cycle, as the demonstration fills it.
 *
 * @param cycle 0 for the first
 * @param who files it: the agency's reporter, or a planner for an agency that has none
 * @param dueOn the last day on which it is on time
 */
record DemoCheckpoint(String id, int no, int cycle, String agency, DemoPerson who, LocalDate dueOn) {

    static DemoCheckpoint of(JsonObject shown, int cycle, boolean reports) {
        String task = shown.getString("task");
        String agency = shown.getString("agency");
        return new DemoCheckpoint(
                shown.getString("id"),
                Integer.parseInt(task.substring(task.lastIndexOf('-') + 1)),
                cycle,
                agency,
                reports ? DemoPerson.reporterOf(agency) : DemoPerson.PLANNER,
                LocalDate.parse(shown.getString("dueOn")));
    }

    String path() {
        return "/checkpoints/" + id;
    }

    /** The same number for the same checkpoint each time the year is played. */
    int seed(int below) {
        return Math.floorMod(id.hashCode(), below);
    }

    /** What its agency files. */
    JsonObject report(LocalDate today) {
        String kind = DemoCast.kind(id);
        if (!kind.equals("PROGRESS")) {
            return new JsonObject()
                    .put("kind", kind)
                    .put("approval", approval(today))
                    .put("issues", DemoText.of("이번 분기에 우리 기관이 보고할 실적이 없음"));
        }
        boolean leads = agency.equals("KCS");
        return new JsonObject()
                .put("kind", kind)
                .put("approval", approval(today))
                .put("percentComplete", DemoCast.percent(no, cycle))
                .put("declaredHealth", DemoCast.declared(no, cycle))
                .put("achievements", DemoText.of("계획한 협의와 시스템 연계 작업을 진행하고 합동 점검을 실시함"))
                .put("issues", DemoText.of(hasTrouble() ? "관계기관 협의가 늦어져 일정 조정이 필요함" : "특이 사항 없음"))
                .put("nextSteps", DemoText.of("다음 분기에 시범 운영 결과를 반영하여 대상 범위를 넓힘"))
                .put("measurements", leads ? DemoIndicators.measurements(no, cycle, today.toString()) : new JsonArray())
                .put("evidence", evidence());
    }

    /** The same after somebody has asked for more. */
    JsonObject improvedReport(LocalDate today) {
        return report(today).put("achievements", DemoText.of("보완 요청에 따라 추진 실적을 건수와 일자별로 다시 적음"));
    }

    private boolean hasTrouble() {
        return !DemoCast.declared(no, cycle).equals("ON_TRACK");
    }

    private JsonObject approval(LocalDate today) {
        return new JsonObject()
                .put("documentNo", DemoText.of("협업담당관-%d%02d".formatted(100 + seed(900), cycle + 1)))
                .put("approver", DemoText.of("과장"))
                .put("approvedOn", today.toString());
    }

    private JsonArray evidence() {
        return new JsonArray()
                .add(new JsonObject()
                        .put("title", DemoText.of("추진 실적 보고"))
                        .put("url", "https://demonstration.invalid/" + id));
    }
}
