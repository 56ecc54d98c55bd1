package kcs.progress.pdf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.Rows;

/** Reports to be written, with every kind of cell. */
final class SampleReports {
    private static final Instant NOON = Instant.parse("2024-10-02T03:05:00Z");

    private final boolean english;

    private SampleReports(boolean english) {
        this.english = english;
    }

    /** A renderer that refuses reports with more rows. */
    static PdfRenderer renderer(int maxRows) {
        PdfSettings settings = settings(2, 8, Duration.ofMinutes(2), maxRows);
        return new PdfRenderer(new PdfDesk(settings), settings);
    }

    static PdfSettings settings(int atOnce, int waiting, Duration patience, int maxRows) {
        return new PdfSettings() {
            @Override
            public int atOnce() {
                return atOnce;
            }

            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public int maxRows() {
                return maxRows;
            }
        };
    }

    static ReportDocument korean() {
        return new SampleReports(false).report(30);
    }

    static ReportDocument english() {
        return new SampleReports(true).report(30);
    }

    /** A report with one table of so many rows. */
    static ReportDocument ofRows(int rows) {
        SampleReports samples = new SampleReports(false);
        return samples.report(
                List.of(new ReportDocument.Section("only", "긴 표", List.of(samples.tasks("tasks", "과제", rows)))));
    }

    /** A report with a table of so many rows, and a section with another of twelve after it. */
    static ReportDocument ofRowsAndMore(int rows) {
        SampleReports samples = new SampleReports(false);
        return samples.report(List.of(
                new ReportDocument.Section("first", "앞 절", List.of(samples.tasks("first-tasks", "앞 표", rows))),
                new ReportDocument.Section("second", "뒤 절", List.of(samples.tasks("second-tasks", "뒤 표", 12)))));
    }

    /** A report with one table of one column and one cell. */
    static ReportDocument saying(String text) {
        Block.Table table = new Block.Table(
                "said",
                text,
                List.of(new Column("said", text, 4)),
                Rows.of(List.of(List.of(new Cell.Text(text)))),
                text);
        Block.Chart chart = new Block.Chart(
                "chart", text, text, text, List.of(text), List.of(new Block.Series(text, List.of(BigDecimal.ONE))));
        return new ReportDocument(
                "ko",
                text,
                text,
                List.of(new ReportDocument.Fact(text, new Cell.Text(text))),
                List.of(text),
                text,
                List.of(new ReportDocument.Section("said", text, List.of(new Block.Paragraph(text), table, chart))));
    }

    private String say(String korean, String englishText) {
        return english ? englishText : korean;
    }

    private ReportDocument report(int tasks) {
        List<ReportDocument.Section> sections = new ArrayList<>();
        sections.add(new ReportDocument.Section(
                "summary",
                say("한눈에 보기", "At a glance"),
                List.of(
                        new Block.Paragraph(say(
                                "2024년 3분기에는 30개 과제 가운데 25개가 정상 추진되고 있습니다. 주의가 필요한 과제는 3개이며, 2개 과제는 상태를 보고하지 않았습니다."
                                        + "\n부진한 과제의 사유와 조치 계획은 과제별 현황에 있습니다.",
                                "In the third quarter of 2024, 25 of 30 tasks are on track. Three need attention, and two"
                                        + " have not been reported on.\nReasons and measures stand with each task.")),
                        counts(),
                        chart())));
        sections.add(new ReportDocument.Section(
                "tasks",
                say("과제별 현황", "Task by task"),
                List.of(
                        tasks("tasks", say("전체 과제", "All tasks"), tasks),
                        tasks("late", say("기한이 지난 과제", "Overdue tasks"), 4),
                        tasks("no-tasks", say("취소된 과제", "Discontinued tasks"), 0))));
        sections.add(new ReportDocument.Section(
                "agencies",
                say("기관별 실적", "Agency by agency"),
                List.of(wide(), tasks("again", say("협업 과제", "Joint tasks"), tasks))));
        sections.add(new ReportDocument.Section(
                "annex",
                say("부록", "Annex"),
                List.of(
                        tasks("annex-one", say("지난 분기", "Last quarter"), tasks),
                        tasks("annex-two", say("지난해 같은 분기", "Same quarter last year"), tasks))));
        return report(sections);
    }

    private ReportDocument report(List<ReportDocument.Section> sections) {
        return new ReportDocument(
                english ? "en" : "ko",
                say("범정부 마약·테러 물품 반입 차단 협업과제 추진 현황", "Joint Tasks against Drugs and Terror Goods: Progress"),
                say("2024년 3분기 종합보고", "Portfolio report, third quarter of 2024"),
                List.of(
                        new ReportDocument.Fact(say("계획", "Plan"), new Cell.Text("KCS-2024")),
                        new ReportDocument.Fact(
                                say("대상 기간", "Period"),
                                new Cell.Text(say("2024년 3분기(7월~9월)", "2024 Q3 (July to September)"))),
                        new ReportDocument.Fact(say("기준 시각", "As of"), new Cell.Moment(NOON)),
                        new ReportDocument.Fact(say("과제 수", "Tasks"), Cell.of(30)),
                        new ReportDocument.Fact(say("열람 범위", "For"), new Cell.Text(say("정부 내부", "Government")))),
                List.of(say("이 보고서는 시연용 가상 자료로 만들었습니다.", "This report is made of demonstration data.")),
                say("관세청 협업과제 관리시스템", "Korea Customs Service · Collaboration tasks"),
                sections);
    }

    private Block.Table counts() {
        List<List<Cell>> rows = new ArrayList<>();
        int[] counts = {25, 3, 1, 2, 1234};
        for (HealthState health : HealthState.values()) {
            rows.add(List.of(
                    light(health),
                    Cell.of(counts[health.ordinal()]),
                    health == HealthState.NOT_REPORTED
                            ? notStated()
                            : new Cell.Percent(new BigDecimal("83.3").movePointLeft(health.ordinal() % 2)),
                    health == HealthState.ON_TRACK ? Cell.NOTHING : new Cell.Number(new BigDecimal("-12345.50"))));
        }
        return new Block.Table(
                "counts",
                say("추진상태별 과제", "Tasks by health"),
                List.of(
                        new Column("health", say("추진상태", "Health"), 3),
                        new Column("count", say("과제 수", "Tasks"), 2),
                        new Column("share", say("비율", "Share"), 2),
                        new Column("amount", say("예산 증감(백만 원)", "Budget change (KRW million)"), 3)),
                Rows.of(rows),
                say("과제가 없습니다.", "No tasks."));
    }

    private Cell notStated() {
        return new Cell.NotStated(say("미기재", "not stated"));
    }

    private Cell light(HealthState health) {
        String word = switch (health) {
            case ON_TRACK -> say("정상", "On track");
            case AT_RISK -> say("주의", "At risk");
            case OFF_TRACK -> say("부진", "Off track");
            case NOT_REPORTED -> say("미보고", "Not reported");
            case COMPLETED -> say("완료", "Completed");
        };
        return new Cell.Light(health, word);
    }

    private Block.Chart chart() {
        return new Block.Chart(
                "on-time",
                say("기관별 기한 준수율", "Filed on time, by agency"),
                say(
                        "관세청이 95.0%로 가장 높고 경찰청이 60.5%로 가장 낮습니다. 방위사업청은 자료가 없습니다.",
                        "The Customs Service is highest at 95.0 %, the Police lowest at 60.5 %; DAPA has no figure."),
                "%",
                List.of(
                        say("관세청", "Korea Customs Service"),
                        say("경찰청", "National Police Agency"),
                        say("식품의약품안전처", "Ministry of Food and Drug Safety"),
                        say("방위사업청", "Defense Acquisition Program Administration"),
                        say("국가정보원 테러정보통합센터", "Terrorism Information Integration Center")),
                List.of(
                        new Block.Series(
                                say("연장 반영", "With extensions"), figures("95.0", "60.5", "72.0", null, "88.9")),
                        new Block.Series(
                                say("연장 미반영", "Without extensions"), figures("90.0", "52.5", "72.0", null, "0.0"))));
    }

    private static List<BigDecimal> figures(String... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? null : new BigDecimal(value))
                .toList();
    }

    private Block.Table tasks(String id, String title, int count) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(task(i));
        }
        return new Block.Table(
                id,
                title,
                List.of(
                        new Column("code", say("과제", "Task"), 2),
                        new Column("title", say("과제명", "Title"), 5),
                        new Column("health", say("상태", "Health"), 2),
                        new Column("percent", say("진척률", "Progress"), 1),
                        new Column("due", say("기한", "Due"), 2),
                        new Column("filed", say("제출", "Filed"), 2)),
                Rows.of(rows),
                say("해당하는 과제가 없습니다.", "There are no such tasks."));
    }

    private List<Cell> task(int number) {
        HealthState health = HealthState.values()[number % 5];
        String title = switch (number % 4) {
            case 0 ->
                say("해외직구 마약류 반입 차단을 위한 통관정보 실시간 공유체계 구축", "Real-time clearance data against drugs bought abroad");
            case 1 -> say("국경단계 합동단속", "Joint border controls");
            case 2 ->
                say(
                        "총기·폭발물 우범화물 선별기준 공동 개발(대테러)\n1단계: 분류체계\n2단계: 시범 적용",
                        "Common criteria for risky cargo\nPhase 1: classes\nPhase 2: pilot");
            default -> say("마약탐지견·과학장비 공동 활용", "Shared detection dogs and equipment");
        };
        return List.of(
                new Cell.Text("KCS-2024-%02d".formatted(number + 1)),
                new Cell.Text(title),
                light(health),
                health == HealthState.NOT_REPORTED
                        ? notStated()
                        : new Cell.Percent(BigDecimal.valueOf(number * 3 % 101)),
                new Cell.Day(LocalDate.of(2024, 9, 30).plusDays(number)),
                number % 3 == 0 ? Cell.NOTHING : new Cell.Moment(NOON.plusSeconds(number * 7_201L)));
    }

    private Block.Table wide() {
        List<Column> columns = new ArrayList<>(
                List.of(new Column("agency", say("기관", "Agency"), 4), new Column("health", say("상태", "Health"), 2)));
        for (int i = 1; i <= 9; i++) {
            columns.add(new Column("month" + i, say(i + "월 실적", "Month " + i), 1));
        }
        columns.add(new Column("note", say("비고", "Note"), 5));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Cell> row = new ArrayList<>(List.of(
                    new Cell.Text(say("식품의약품안전처", "Ministry of Food and Drug Safety")),
                    light(HealthState.values()[i % 5])));
            for (int month = 1; month <= 9; month++) {
                row.add(month == i % 9 ? notStated() : Cell.of((long) month * i * 137));
            }
            row.add(new Cell.Text(say("전년 같은 기간보다 늘었습니다.", "More than in the same months of last year.")));
            rows.add(row);
        }
        return new Block.Table(
                "by-month", say("월별 적발 건수", "Seizures by month"), columns, Rows.of(rows), say("자료가 없습니다.", "No data."));
    }
}
