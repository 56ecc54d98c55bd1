package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What happens to the tasks of the plan: the published ones begin together, two others later, an agency joins, one task
 * rests over a winter and one comes to its end.
 */
final class DemoTasks {
    static final String PLAN = "KCS-2024";
    private static final int PUBLISHED = 10;
    private static final LocalDate BEGINNING = LocalDate.of(2024, 7, 1);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final LocalDate EARLY_END = LocalDate.of(2025, 7, 31);
    private static final int ENDS_EARLY = 10;

    /** A step that every published task has, and the day on which most have done it. */
    private record Milestone(String id, String korean, String english, LocalDate dueOn, LocalDate usuallyDoneOn) {}

    private static final List<Milestone> MILESTONES = List.of(
            new Milestone(
                    "AGREEMENT",
                    "기관 간 업무협약 체결",
                    "Agreement between the agencies",
                    LocalDate.of(2024, 9, 30),
                    LocalDate.of(2024, 9, 26)),
            new Milestone("PILOT", "시범 운영 개시", "Pilot begun", LocalDate.of(2025, 1, 31), LocalDate.of(2025, 1, 24)),
            new Milestone(
                    "ROLLOUT", "본 시행", "In force everywhere", LocalDate.of(2025, 6, 30), LocalDate.of(2025, 6, 24)));

    /** Steps that come late, by the number of the task; those on {@link LocalDate#MAX} are still to come at the end. */
    private static final Map<String, LocalDate> LATE = Map.of(
            "9 AGREEMENT", LocalDate.of(2024, 10, 15),
            "5 PILOT", LocalDate.of(2025, 2, 20),
            "7 PILOT", LocalDate.of(2025, 3, 7),
            "8 PILOT", LocalDate.of(2025, 3, 25),
            "3 ROLLOUT", LocalDate.MAX,
            "8 ROLLOUT", LocalDate.MAX);

    private final DemoApi api;
    private final DemoTimeline timeline;

    DemoTasks(DemoApi api, DemoTimeline timeline) {
        this.api = api;
        this.timeline = timeline;
    }

    static String code(int no) {
        return "%s-%02d".formatted(PLAN, no);
    }

    void schedule() {
        IntStream.rangeClosed(1, PUBLISHED).forEach(no -> {
            timeline.at(LocalDate.of(2024, 6, 25).atTime(10, no), () -> date(no, BEGINNING));
            timeline.at(BEGINNING.atTime(9, no), () -> move(no, "IN_PROGRESS", "협업과제 점검단 의결에 따라 착수"));
            MILESTONES.forEach(milestone -> scheduleDone(no, milestone));
        });
        scheduleFilledPlace();
        scheduleLateStarter();
        timeline.at(LocalDate.of(2025, 3, 20).atTime(11, 0), this::letKostiJoin);
        timeline.at(LocalDate.of(2024, 12, 10).atTime(14, 0), () -> move(7, "ON_HOLD", "장비 도입 예산 재검토로 동절기 동안 보류"));
        timeline.at(LocalDate.of(2025, 2, 10).atTime(14, 0), () -> move(7, "IN_PROGRESS", "예산이 확정되어 재개"));
        timeline.at(LocalDate.of(2025, 7, 22).atTime(15, 0), () -> move(ENDS_EARLY, "COMPLETED", "복원 공사 준공으로 완료"));
    }

    private void scheduleDone(int no, Milestone milestone) {
        LocalDate day = LATE.getOrDefault(no + " " + milestone.id(), milestone.usuallyDoneOn());
        if (!day.equals(LocalDate.MAX)) {
            timeline.at(day.atTime(16, no), () -> done(no, milestone.id(), day));
        }
    }

    /** A place that was held for an unpublished task gets one, in the middle of the first cycle. */
    private void scheduleFilledPlace() {
        int no = DemoCast.FILLED_PLACE;
        timeline.at(LocalDate.of(2024, 9, 5).atTime(10, 0), () -> fill(no));
        timeline.at(LocalDate.of(2024, 9, 19).atTime(10, 0), () -> move(no, "IN_PROGRESS", "우정사업본부와 합의하여 착수"));
    }

    private void scheduleLateStarter() {
        LocalDate start = LocalDate.of(2025, 3, 17);
        timeline.at(start.minusDays(5).atTime(10, 0), () -> date(DemoCast.LATE_STARTER, start));
        timeline.at(start.atTime(10, 0), () -> move(DemoCast.LATE_STARTER, "IN_PROGRESS", "해외 통관애로 증가에 따라 착수"));
    }

    private String date(int no, LocalDate start) throws IOException {
        String task = "/tasks/" + code(no);
        JsonArray indicators = api.get(DemoPerson.PLANNER, task).getJsonArray("indicators", new JsonArray());
        JsonArray milestones = new JsonArray();
        MILESTONES.stream()
                .filter(milestone -> milestone.dueOn().isAfter(start))
                .map(milestone -> new JsonObject()
                        .put("id", milestone.id())
                        .put("title", DemoText.label(milestone.korean(), milestone.english()))
                        .put("dueOn", milestone.dueOn().toString()))
                .forEach(milestones::add);
        JsonObject patch = new JsonObject()
                .put("summary", DemoText.label("기간, 이정표, 목표는 모두 시연 자료입니다", "Dates, milestones and targets are made up"))
                .put("startsOn", start.toString())
                .put("endsOn", (no == ENDS_EARLY ? EARLY_END : END).toString())
                .put("milestones", milestones)
                .put("indicators", DemoIndicators.targeted(no, indicators));
        api.patch(DemoPerson.PLANNER, task, patch);
        return code(no) + " gets its dates";
    }

    private String move(int no, String to, String reason) throws IOException {
        JsonObject move = new JsonObject().put("to", to).put("reason", DemoText.of(reason));
        api.act(DemoPerson.PLANNER, "/tasks/" + code(no), "status-transitions", move);
        api.await(DemoPerson.PLANNER, "/dashboard", code(no) + " " + to, shown -> shows(shown, code(no), to));
        return code(no) + " is " + to;
    }

    private static boolean shows(JsonObject dashboard, String code, String status) {
        return dashboard.getJsonArray("tasks").stream()
                .map(JsonObject.class::cast)
                .anyMatch(task -> code.equals(task.getString("code")) && status.equals(task.getString("status")));
    }

    private String done(int no, String milestone, LocalDate day) throws IOException {
        String task = "/tasks/" + code(no);
        JsonArray milestones = api.get(DemoPerson.PLANNER, task).getJsonArray("milestones");
        milestones.stream()
                .map(JsonObject.class::cast)
                .filter(one -> milestone.equals(one.getString("id")))
                .forEach(one -> one.put("doneOn", day.toString()));
        api.patch(DemoPerson.PLANNER, task, new JsonObject().put("milestones", milestones));
        return code(no) + " has done " + milestone;
    }

    private String fill(int no) throws IOException {
        JsonObject task = new JsonObject()
                .put("title", DemoText.label("우편 물류 데이터를 활용한 수출신고 간소화", "Simpler export declarations from postal data"))
                .put("area", "NATIONAL_PROSPERITY")
                .put("areaProvenance", "ASSIGNED")
                .put("visibility", "PUBLIC")
                .put("startsOn", "2024-09-19")
                .put("endsOn", END.toString())
                .put("participations", new JsonArray().add(part("KCS", "LEAD")).add(part("KPOST", "PARTNER")))
                .put("measures", new JsonArray().add(DemoText.of("배송 정보와 수출신고의 자동 연계")));
        api.act(DemoPerson.PLANNER, "/tasks/" + code(no), "registrations", task);
        return code(no) + " is registered into its place";
    }

    private static JsonObject part(String agency, String role) {
        return new JsonObject().put("agency", agency).put("role", role);
    }

    private String letKostiJoin() throws IOException {
        JsonObject part = new JsonObject()
                .put("role", "PARTNER")
                .put("department", DemoText.of("판정지원팀"))
                .put("since", timeline.today().toString())
                .put("reason", DemoText.of("전문판정 서류 연계를 함께 추진하기로 함"));
        api.put(DemoPerson.PLANNER, "/tasks/" + code(1), "participations/KOSTI", part);
        return code(1) + " has KOSTI for a partner";
    }
}
