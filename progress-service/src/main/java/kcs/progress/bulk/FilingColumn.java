package kcs.progress.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kcs.progress.submissions.DeclaredHealth;
import kcs.progress.submissions.SubmissionKind;
import kcs.progress.tables.Cell;
import kcs.progress.tables.Column;

/** The columns of the sheet, in their order. Each is known by its key and by both of its headings. */
enum FilingColumn {
    TASK("task", "과제 코드", "Task", 16, Cell.Kind.TEXT, "과제의 코드입니다. 바꾸지 마십시오. 제출하지 않을 과제는 행을 지우십시오."),
    TASK_TITLE("taskTitle", "과제명", "Task title", 36, Cell.Kind.TEXT, "참고용이며 읽지 않습니다."),
    VERSION("version", "판 번호", "Version", 9, Cell.Kind.NUMBER, "표를 받은 뒤 바뀐 점검을 덮어쓰지 않게 합니다. 그대로 두십시오. 지우면 비교하지 않습니다."),
    KIND("kind", "제출 구분", "Kind", 16, Cell.Kind.TEXT, "실적, 보고사항 없음, 해당 없음 가운데 하나입니다. 반드시 적습니다."),
    PERCENT_COMPLETE(
            "percentComplete", "진척률(%)", "Percent complete", 11, Cell.Kind.NUMBER, "0에서 100까지의 정수입니다. 실적일 때 적습니다."),
    DECLARED_HEALTH("declaredHealth", "추진상태", "Declared health", 11, Cell.Kind.TEXT, "정상, 주의, 부진, 완료 가운데 하나입니다."),
    ACHIEVEMENTS("achievements", "추진실적", "Achievements", 50, Cell.Kind.TEXT, "실적일 때 적습니다. 10,000자까지."),
    ISSUES("issues", "문제점", "Issues", 40, Cell.Kind.TEXT, "해당 없음일 때는 그 까닭을 적습니다. 10,000자까지."),
    NEXT_STEPS("nextSteps", "향후계획", "Next steps", 40, Cell.Kind.TEXT, "10,000자까지."),
    DOCUMENT_NO("documentNo", "결재 문서번호", "Approval document no.", 18, Cell.Kind.TEXT, "기관 내부 결재의 문서번호입니다."),
    APPROVER("approver", "결재자 직위", "Approver", 16, Cell.Kind.TEXT, "이름이 아니라 직위를 적습니다."),
    APPROVED_ON("approvedOn", "결재일", "Approved on", 13, Cell.Kind.DAY, "날짜 또는 2024-09-30 형식의 글자입니다."),
    MEASUREMENTS(
            "measurements",
            "성과지표 값",
            "Measurements",
            36,
            Cell.Kind.TEXT,
            "한 줄에 하나씩: 지표코드=값@측정일. 단위는 값 뒤에, 설명은 # 뒤에 적을 수 있습니다."
                    + " 예) EXPERT_DOC_LEAD_TIME=12.5 일@2024-09-20 # 표본 30건"),
    EVIDENCE("evidence", "증빙자료", "Evidence", 44, Cell.Kind.TEXT, "한 줄에 하나씩: 제목 | https://주소. 미리 올린 파일은 제목 | file:식별자.");

    /** What must stand in the heading; what else a row needs depends on its kind. */
    static final List<FilingColumn> REQUIRED = List.of(TASK, KIND);

    /** What does not tell headings apart: blanks, and what stands in parentheses. */
    private static final Pattern BESIDES = Pattern.compile("\\s+|\\(.*?\\)");

    private final String key;
    private final String korean;
    private final String english;
    private final int width;
    private final Cell.Kind holds;
    private final String help;

    FilingColumn(String key, String korean, String english, int width, Cell.Kind holds, String help) {
        this.key = key;
        this.korean = korean;
        this.english = english;
        this.width = width;
        this.holds = holds;
        this.help = help;
    }

    String key() {
        return key;
    }

    String heading(Locale language) {
        return language.equals(Locale.KOREAN) ? korean : english;
    }

    /** What the sheet says of it, in Korean. */
    String help() {
        return help;
    }

    /** The column that a heading names, by whatever of its names; capitals do not matter either. */
    static Optional<FilingColumn> named(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> plain.equals(plain(column.key))
                        || plain.equals(plain(column.korean))
                        || plain.equals(plain(column.english)))
                .findFirst();
    }

    private static String plain(String heading) {
        return BESIDES.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** How it looks in a workbook. */
    Column inWorkbook(Locale language) {
        String refusal = language.equals(Locale.KOREAN) ? "목록에서 고르십시오." : "Choose one of the list.";
        return new Column(heading(language), width, holds, choices(language), refusal);
    }

    private List<String> choices(Locale language) {
        if (this == KIND) {
            return Labels.all(SubmissionKind.class, language);
        }
        return this == DECLARED_HEALTH ? Labels.all(DeclaredHealth.class, language) : List.of();
    }
}
