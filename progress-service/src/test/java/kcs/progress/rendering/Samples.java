package kcs.progress.rendering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kcs.progress.directory.HealthState;
import kcs.progress.document.Block;
import kcs.progress.document.Cell;
import kcs.progress.document.Column;
import kcs.progress.document.ReportDocument;
import kcs.progress.document.ReportDocument.Fact;
import kcs.progress.document.ReportDocument.Section;
import kcs.progress.document.Rows;

/** Documents with every kind of block and cell, and with text that formats stumble over. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2024, 9, 30);

    /** 18:00 in Seoul. */
    static final Instant MOMENT = Instant.parse("2024-09-30T09:00:00Z");

    private Samples() {}

    static ReportDocument korean() {
        return document(
                "ko",
                "2024년 3분기 협업과제 추진현황",
                List.of("정상", "주의", "부진", "미보고", "완료"),
                List.of("과제", "추진상태", "진척률", "건수", "기한", "제출 시각", "비고"),
                "미기재");
    }

    static ReportDocument english() {
        return document(
                "en",
                "Collaboration tasks, third quarter 2024",
                List.of("On track", "At risk", "Off track", "Not reported", "Completed"),
                List.of("Task", "Health", "Progress", "Count", "Due", "Filed at", "Remark"),
                "not stated");
    }

    private static ReportDocument document(
            String language, String title, List<String> healths, List<String> headings, String notStated) {
        List<Section> sections = List.of(
                new Section(
                        "overview",
                        headings.get(0) + ": a/b [1]?",
                        List.of(
                                new Block.Paragraph("첫째 줄 <&>\n둘째 줄"),
                                new Block.Chart("share", "Share", "Half & half <so far>.", "%", List.of(), List.of()),
                                new Block.Table("by-health", "By health & more", twoColumns(), lights(healths), "-"))),
                new Section("tasks", headings.get(0), List.of(tasks(headings, healths.get(0), notStated))),
                new Section(
                        "others",
                        headings.get(0).toUpperCase(Locale.ROOT),
                        List.of(
                                new Block.Table("none", "None", twoColumns(), Rows.of(List.of()), "해당 없음 / none"),
                                new Block.Table(
                                        "one", "One column", List.of(new Column("text", "텍스트", 3)), hard(), "-"),
                                new Block.Paragraph("=끝"))));
        return new ReportDocument(
                language, title, "부제 & subtitle", facts(healths, notStated), notices(), "Header <&> 2024", sections);
    }

    private static List<Fact> facts(List<String> healths, String notStated) {
        return List.of(
                new Fact("기준 시각", new Cell.Moment(MOMENT)),
                new Fact("기준일", new Cell.Day(DAY)),
                new Fact("-건수", Cell.of(1234567)),
                new Fact("비율", new Cell.Percent(new BigDecimal("87.5"))),
                new Fact("상태", new Cell.Light(HealthState.AT_RISK, healths.get(1))),
                new Fact("담당", new Cell.NotStated(notStated)),
                new Fact("빈칸", Cell.NOTHING),
                new Fact("대상", new Cell.Text("관세청\n조달청")));
    }

    private static List<String> notices() {
        return List.of("시연용 자료입니다. Demonstration data.", "=1+1");
    }

    private static List<Column> twoColumns() {
        return List.of(new Column("health", "추진상태 Health", 3), new Column("count", "건수\nCount", 1));
    }

    private static Rows lights(List<String> healths) {
        return Rows.of(Stream.of(HealthState.values())
                .map(health -> List.of(
                        (Cell) new Cell.Light(health, healths.get(health.ordinal())),
                        Cell.of(health.ordinal() * 1000L)))
                .toList());
    }

    private static Block.Table tasks(List<String> headings, String onTrack, String notStated) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            columns.add(new Column("column" + columns.size(), heading, columns.size() == 0 ? 6 : 2));
        }
        List<Cell> full = List.of(
                new Cell.Text("KCS-2024-01 \"통관\" 협업, 표준화"),
                new Cell.Light(HealthState.ON_TRACK, onTrack),
                new Cell.Percent(new BigDecimal("75.25")),
                new Cell.Number(new BigDecimal("-1234567.50")),
                new Cell.Day(DAY),
                new Cell.Moment(MOMENT),
                new Cell.Text("줄\n바꿈\n\n끝"));
        List<Cell> empty = List.of(
                Cell.NOTHING,
                Cell.NOTHING,
                new Cell.Percent(BigDecimal.ZERO),
                Cell.of(0),
                new Cell.NotStated(notStated),
                Cell.NOTHING,
                Cell.NOTHING);
        List<Cell> nothing = headings.stream().map(any -> Cell.NOTHING).toList();
        return new Block.Table("tasks", "=Tasks", columns, Rows.of(List.of(full, empty, nothing, full)), "-");
    }

    /** One text a row: formulas, escapes of Excel, what XML forbids, characters of two halves, blanks at the ends. */
    private static Rows hard() {
        return Rows.of(Stream.of(
                        "=HYPERLINK(\"http://x\")",
                        "+1",
                        "-1",
                        "@x",
                        "\t=1",
                        "\r\n=1",
                        "'=x",
                        "'90년대",
                        "<b>&amp;</b> ]]> \"'",
                        "_x0041_ and _x000D_",
                        "bell \u0007 null \u0000 half \ud83d alone \ufffe",
                        "이모지 🚢🇰🇷 한 글자",
                        " 앞뒤 빈칸 ",
                        "탭\t사이",
                        "a\r\nb\rc\nd",
                        "")
                .map(text -> List.of((Cell) new Cell.Text(text)))
                .toList());
    }

    /** A document with a single table of these rows. */
    static ReportDocument of(List<Column> columns, Rows rows) {
        Block.Table table = new Block.Table("rows", "Rows", columns, rows, "-");
        Section section = new Section("all", "All", List.of(table));
        return new ReportDocument("en", "Large", "", List.of(), List.of(), "Large", List.of(section));
    }

    /** Twelve columns, as a list of tasks has. */
    static List<Column> columns() {
        return Stream.iterate(1, number -> number + 1)
                .limit(12)
                .map(number -> new Column("column" + number, "Column " + number, 2))
                .toList();
    }

    static List<Cell> row(int number) {
        Cell text = new Cell.Text("관계기관 협업과제 " + number);
        return List.of(
                text,
                Cell.of(number),
                new Cell.Percent(BigDecimal.valueOf(number % 101)),
                new Cell.Day(DAY.plusDays(number % 365)),
                new Cell.Moment(MOMENT.plusSeconds(number * 60L)),
                new Cell.Light(HealthState.values()[number % 5], "정상"),
                text,
                Cell.of(number * 7L),
                new Cell.Number(BigDecimal.valueOf(number, 2)),
                Cell.NOTHING,
                new Cell.NotStated("미기재"),
                new Cell.Text("담당 부서"));
    }
}
