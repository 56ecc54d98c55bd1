package kcs.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What the committee advises at its meetings, and what becomes of it: answered, sent back, closed, withdrawn, left open. */
final class DemoOpinions {

    /** What is done with an opinion after it was given. */
    private record Move(LocalDate on, DemoPerson who, String to, String reason) {}

    /**
     * An opinion.
     *
     * @param task its number; null for one on the whole
     */
    private record Opinion(int meeting, Integer task, String agency, String text, List<Move> moves) {}

    private static final int FIRST = DemoMeetings.AFTER_FIRST_CYCLE;

    private static final List<Opinion> OPINIONS = List.of(
            new Opinion(
                    FIRST,
                    9,
                    "KCS",
                    "업무협약이 늦어진 까닭과 되풀이되지 않게 할 방안을 제시할 것",
                    List.of(
                            answered(day(2024, 11, 13), DemoPerson.reporterOf("KCS"), "협약 상대 기관의 검토 기간을 계획에 넣고 매월 점검함"),
                            closed(day(2025, 1, 22), DemoPerson.COMMITTEE, "만회 계획이 지켜진 것을 확인함"))),
            new Opinion(
                    FIRST,
                    3,
                    "KATS",
                    "제출하지 않은 점검 실적을 건수로 제시할 것",
                    List.of(
                            answered(day(2024, 11, 20), DemoPerson.reporterOf("KATS"), "관련 부서와 협의하고 있음"),
                            new Move(day(2024, 12, 4), DemoPerson.COMMITTEE, "OPEN", "건수가 없어 다시 답변을 요청함"),
                            answered(
                                    day(2024, 12, 18),
                                    DemoPerson.reporterOf("KATS"),
                                    "3분기 점검 실적을 건수와 일자로 정리하여 4분기 보고에 합침"),
                            closed(day(2025, 1, 20), DemoPerson.PLANNER, "4분기 제출에서 건수를 확인함"))),
            new Opinion(
                    FIRST + 1,
                    8,
                    "KCS",
                    "시범 운영을 앞당길 수 있는지 검토할 것",
                    List.of(
                            answered(
                                    day(2025, 2, 12),
                                    DemoPerson.reporterOf("KCS"),
                                    "두 개 세관에서 먼저 시작하여 3월에 시범 운영을 개시하기로 함"),
                            closed(day(2025, 4, 24), DemoPerson.COMMITTEE, "시범 운영이 3월에 개시된 것을 확인함"))),
            new Opinion(
                    FIRST + 1,
                    null,
                    "KCS",
                    "협업기관의 정시 제출률을 높일 방안을 마련할 것",
                    List.of(
                            answered(day(2025, 2, 20), DemoPerson.reporterOf("KCS"), "마감 두 주 전의 알림과 일괄 제출 양식을 제공함"),
                            closed(day(2025, 4, 24), DemoPerson.COMMITTEE, "1분기 정시 제출률이 높아진 것을 확인함"))),
            new Opinion(
                    FIRST + 2,
                    1,
                    "DAPA",
                    "적재 차단의 실적을 매월 공유할 것",
                    List.of(
                            answered(day(2025, 5, 15), DemoPerson.reporterOf("DAPA"), "5월부터 매월 초에 실적을 공유하고 있음"),
                            closed(day(2025, 6, 10), DemoPerson.PLANNER, "두 달치 공유 자료를 확인함"))),
            new Opinion(
                    FIRST + 2,
                    2,
                    "THCD",
                    "태국 세관과의 합동 단속 일정을 확정할 것",
                    List.of(answered(day(2025, 5, 13), DemoPerson.PLANNER, "8월에 합동 단속을 하기로 협의함"))),
            new Opinion(
                    FIRST + 2,
                    5,
                    "MSS",
                    "중소기업 설명회의 효과를 참가 기업 수로 보일 것",
                    List.of(answered(
                            day(2025, 5, 22), DemoPerson.reporterOf("MSS"), "상반기 설명회의 참가 기업 수와 만족도를 2분기 보고에 넣음"))),
            new Opinion(FIRST + 2, 3, "KIPO", "위조 상품 정보의 공유 범위를 넓힐 것", List.of()),
            new Opinion(
                    FIRST + 2,
                    null,
                    "KCS",
                    "과제별 추진 실적을 월별로 보고할 것",
                    List.of(closed(day(2025, 5, 13), DemoPerson.PLANNER, "분기 보고로 충분하다는 위원장 의견에 따라 철회함"))));

    private final DemoApi api;
    private final DemoTimeline timeline;

    DemoOpinions(DemoApi api, DemoTimeline timeline) {
        this.api = api;
        this.timeline = timeline;
    }

    void schedule() {
        for (int i = 0; i < OPINIONS.size(); i++) {
            Opinion opinion = OPINIONS.get(i);
            int minute = i;
            String[] path = new String[1];
            timeline.at(DemoMeetings.dayOf(opinion.meeting()).atTime(15, minute), () -> {
                path[0] = "/opinions/" + give(opinion);
                return about(opinion) + " is commented on at " + DemoMeetings.idOf(opinion.meeting());
            });
            for (Move move : opinion.moves()) {
                timeline.at(move.on().atTime(16, minute), () -> move(opinion, path[0], move));
            }
        }
    }

    private String give(Opinion opinion) throws IOException {
        JsonObject given = new JsonObject()
                .put("plan", DemoTasks.PLAN)
                .put("meeting", DemoMeetings.idOf(opinion.meeting()))
                .put("addressedTo", opinion.agency())
                .put("text", DemoText.of(opinion.text()));
        if (opinion.task() != null) {
            given.put("task", DemoTasks.code(opinion.task()));
        }
        return api.create(DemoPerson.COMMITTEE, "/opinions", given).getString("id");
    }

    private String move(Opinion opinion, String path, Move move) throws IOException {
        JsonObject wanted = new JsonObject().put("to", move.to()).put("reason", DemoText.of(move.reason()));
        api.act(move.who(), path, "status-transitions", wanted);
        return "the opinion on " + about(opinion) + " to " + opinion.agency() + " is " + move.to();
    }

    private static String about(Opinion opinion) {
        return opinion.task() == null ? "the whole" : DemoTasks.code(opinion.task());
    }

    private static Move answered(LocalDate on, DemoPerson who, String answer) {
        return new Move(on, who, "ANSWERED", answer);
    }

    private static Move closed(LocalDate on, DemoPerson who, String reason) {
        return new Move(on, who, "CLOSED", reason);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
