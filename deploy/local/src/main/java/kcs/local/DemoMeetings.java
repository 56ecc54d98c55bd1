package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The committee's meetings, one after each cycle. Each is announced with its agenda; on the day before, the report that it
 * is to review is frozen and published; afterwards it is recorded who attended. The last is still to come at the end of
 * the year, so that the portfolio compares with the one before it.
 */
final class DemoMeetings {
    static final int AFTER_FIRST_CYCLE = 8;
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate STILL_TO_COME = LocalDate.of(2025, 7, 30);

    /**
     * A meeting.
     *
     * @param reviews the period whose report it reviews; null for the whole plan
     */
    private record Meeting(int no, LocalDate day, LocalDate frozenOn, String reviews, String question) {
        String id() {
            return idOf(no);
        }

        LocalDateTime begins() {
            return day.atTime(14, 0);
        }
    }

    private static final List<Meeting> MEETINGS = List.of(
            new Meeting(
                    AFTER_FIRST_CYCLE,
                    LocalDate.of(2024, 10, 30),
                    LocalDate.of(2024, 10, 29),
                    "2024Q3",
                    "업무협약이 늦어진 과제의 만회 계획"),
            new Meeting(
                    AFTER_FIRST_CYCLE + 1,
                    LocalDate.of(2025, 1, 22),
                    LocalDate.of(2025, 1, 21),
                    "2024Q4",
                    "보류된 과제의 예산 재검토"),
            new Meeting(
                    AFTER_FIRST_CYCLE + 2,
                    LocalDate.of(2025, 4, 24),
                    LocalDate.of(2025, 4, 23),
                    "2025Q1",
                    "시범 운영 결과와 본 시행 준비"),
            new Meeting(AFTER_FIRST_CYCLE + 3, STILL_TO_COME, LocalDate.of(2025, 7, 24), null, "한 해의 성과와 다음 해 협업과제"));

    private final DemoApi api;
    private final DemoTimeline timeline;

    DemoMeetings(DemoApi api, DemoTimeline timeline) {
        this.api = api;
        this.timeline = timeline;
    }

    static String idOf(int no) {
        return DemoTasks.PLAN + "-M" + no;
    }

    static LocalDate dayOf(int no) {
        return MEETINGS.get(no - AFTER_FIRST_CYCLE).day();
    }

    void schedule() {
        for (Meeting meeting : MEETINGS) {
            String[] snapshot = new String[1];
            timeline.at(meeting.day().minusDays(14).atTime(11, 0), () -> announce(meeting));
            timeline.at(meeting.frozenOn().atTime(16, 0), () -> {
                snapshot[0] = freeze(meeting);
                return snapshot[0] + " is frozen for " + meeting.id();
            });
            timeline.at(meeting.frozenOn().atTime(16, 30), () -> publish(meeting, snapshot[0]));
            if (meeting.day().isBefore(STILL_TO_COME)) {
                timeline.at(meeting.day().atTime(17, 0), () -> record(meeting));
            }
        }
    }

    private String announce(Meeting meeting) throws IOException {
        JsonObject announced = new JsonObject()
                .put("plan", DemoTasks.PLAN)
                .put("no", meeting.no())
                .put("heldAt", instant(meeting.begins()))
                .put("endsAt", instant(meeting.begins().plusHours(2)))
                .put("place", DemoText.of("서울세관 10층 대회의실"))
                .put("chair", DemoText.of("관세청 차장"))
                .put(
                        "agenda",
                        new JsonArray()
                                .add(DemoText.of("협업과제 이행현황 종합보고"))
                                .add(DemoText.of("지난 회의 의견의 처리 결과"))
                                .add(DemoText.of(meeting.question())))
                .put("note", DemoText.of("시연을 위해 지어낸 회의"));
        api.create(DemoPerson.PLANNER, "/meetings", announced);
        return meeting.id() + " is announced for " + meeting.day();
    }

    private static String instant(LocalDateTime time) {
        return time.atZone(SEOUL).toInstant().toString();
    }

    private String freeze(Meeting meeting) throws IOException {
        JsonObject wanted = new JsonObject().put("plan", DemoTasks.PLAN).put("meeting", meeting.id());
        if (meeting.reviews() != null) {
            wanted.put("period", meeting.reviews());
        }
        return api.create(DemoPerson.PLANNER, "/snapshots", wanted).getString("id");
    }

    /** Says in the meeting's record as well which report it is. */
    private String publish(Meeting meeting, String snapshot) throws IOException {
        JsonObject published = new JsonObject().put("to", "PUBLISHED").put("reason", DemoText.of("회의 자료로 공개함"));
        api.act(DemoPerson.PLANNER, "/snapshots/" + snapshot, "status-transitions", published);
        JsonObject reviewed = new JsonObject().put("snapshots", new JsonArray().add(snapshot));
        api.patch(DemoPerson.PLANNER, "/meetings/" + meeting.id(), reviewed);
        return snapshot + " is published";
    }

    private String record(Meeting meeting) throws IOException {
        JsonObject attended = new JsonObject()
                .put(
                        "attendance",
                        new JsonArray()
                                .add(attendance("CIVILIAN", 7 + meeting.no() % 3))
                                .add(attendance("INTERNAL", 5))
                                .add(attendance("GOVERNMENT", 10 + meeting.no() % 2)));
        api.patch(DemoPerson.PLANNER, "/meetings/" + meeting.id(), attended);
        return meeting.id() + " was held";
    }

    private static JsonObject attendance(String kind, int count) {
        return new JsonObject().put("kind", kind).put("count", count);
    }
}
