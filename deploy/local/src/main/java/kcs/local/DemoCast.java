package kcs.local;

import java.util.List;
import java.util.Map;

/**
 * Who behaves how: what is out of the ordinary in the year. Whatever is not named here is filed on time, and accepted.
 * Checkpoints go by {@code <task number>.<period>.<agency>}.
 */
final class DemoCast {
    static final int FILLED_PLACE = 18;
    static final int LATE_STARTER = 20;

    /** How a checkpoint goes. */
    enum Course {
        ON_TIME,
        LATE,
        MISSED,
        RETURNED,
        LEFT_RETURNED,
        CORRECTED,
        WITHDRAWN,
        EXTENDED,
        EXTENSION_REFUSED,
        NOT_REVIEWED
    }

    /**
     * A planner's view of a task in a cycle.
     *
     * @param cycle 0 for the first
     */
    record Assessment(int cycle, int task, String health, String reason) {}

    private static final Map<String, Course> COURSES = Map.ofEntries(
            Map.entry("01.2024Q3.DAPA", Course.LATE),
            Map.entry("02.2024Q3.KNPA", Course.LATE),
            Map.entry("03.2024Q3.ME", Course.RETURNED),
            Map.entry("03.2024Q3.KATS", Course.MISSED),
            Map.entry("05.2024Q3.MSS", Course.EXTENDED),
            Map.entry("09.2024Q3.KCS", Course.RETURNED),
            Map.entry("01.2024Q4.MOTIE", Course.CORRECTED),
            Map.entry("03.2024Q4.KATS", Course.LATE),
            Map.entry("04.2024Q4.MOFA", Course.RETURNED),
            Map.entry("05.2024Q4.MOTIE", Course.EXTENSION_REFUSED),
            Map.entry("06.2024Q4.NHIS", Course.WITHDRAWN),
            Map.entry("02.2025Q1.SPO", Course.CORRECTED),
            Map.entry("03.2025Q1.KIPO", Course.RETURNED),
            Map.entry("06.2025Q1.NHIS", Course.LATE),
            Map.entry("08.2025Q1.KCS", Course.LATE),
            Map.entry("01.2025Q2.DAPA", Course.RETURNED),
            Map.entry("05.2025Q2.ME", Course.LATE),
            Map.entry("02.2025Q2.MOJ", Course.NOT_REVIEWED),
            Map.entry("20.2025Q2.KITA", Course.LEFT_RETURNED));

    private static final Map<String, String> KINDS =
            Map.of("02.2024Q3.VNCD", "NOTHING_TO_REPORT", "05.2025Q1.MSS", "NOT_APPLICABLE");

    /** Percent complete at the end of each cycle, of tasks that do not simply go with the time. */
    private static final Map<Integer, List<Integer>> PERCENT = Map.of(
            5,
            List.of(18, 20, 46, 70),
            7,
            List.of(20, 22, 36, 58),
            8,
            List.of(12, 18, 22, 60),
            10,
            List.of(25, 50, 76, 100),
            FILLED_PLACE,
            List.of(3, 25, 45, 66),
            LATE_STARTER,
            List.of(0, 0, 4, 36));

    private static final List<Integer> USUAL_PERCENT = List.of(20, 36, 53, 71);

    /** By task number and cycle: what its agencies say of themselves where it is not ON_TRACK. */
    private static final Map<String, String> DECLARED = Map.of(
            "5 1", "AT_RISK",
            "7 2", "AT_RISK",
            "8 1", "AT_RISK",
            "8 2", "OFF_TRACK",
            "8 3", "AT_RISK",
            "3 2", "AT_RISK");

    static final List<Assessment> ASSESSMENTS = List.of(
            new Assessment(0, 1, "ON_TRACK", "시스템 연계 설계가 계획대로 진행됨"),
            new Assessment(0, 9, "AT_RISK", "업무협약이 기한을 넘겨 체결됨. 기관의 자체 평가보다 낮게 봄"),
            new Assessment(1, 5, "AT_RISK", "설명회 일정이 밀려 다음 분기 만회가 필요함"),
            new Assessment(1, 8, "OFF_TRACK", "시범 운영 준비가 더디며 자체 평가가 낙관적임"),
            new Assessment(2, 8, "AT_RISK", "시범 운영이 늦게나마 시작되어 자체 평가보다 높게 봄"),
            new Assessment(2, 7, "AT_RISK", "보류 기간의 지연이 남아 있음"),
            new Assessment(3, 3, "AT_RISK", "본 시행이 기한을 넘김. 기관의 자체 평가보다 낮게 봄"),
            new Assessment(3, 5, "ON_TRACK", "지연을 모두 만회함"));

    private DemoCast() {}

    static Course course(String checkpoint) {
        return COURSES.getOrDefault(shortened(checkpoint), Course.ON_TIME);
    }

    static String kind(String checkpoint) {
        return KINDS.getOrDefault(shortened(checkpoint), "PROGRESS");
    }

    static int percent(int task, int cycle) {
        return PERCENT.getOrDefault(task, USUAL_PERCENT).get(cycle);
    }

    static String declared(int task, int cycle) {
        return DECLARED.getOrDefault(task + " " + cycle, "ON_TRACK");
    }

    private static String shortened(String checkpoint) {
        return checkpoint.substring((DemoTasks.PLAN + "-").length());
    }
}
