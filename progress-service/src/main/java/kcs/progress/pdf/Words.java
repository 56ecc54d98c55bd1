package kcs.progress.pdf;

import java.util.Map;
import kcs.progress.directory.HealthState;
import kcs.progress.drawing.Glyphs;

/** What a PDF says besides its document, in the document's language. */
record Words(
        String contents,
        String page,
        String noValue,
        String continued,
        String noGlyph,
        String goTo,
        Map<HealthState, String> shapes) {

    private static final Words KOREAN = new Words(
            "차례",
            "",
            "값 없음",
            "(이어짐)",
            Glyphs.MISSING + " 표시는 이 문서의 글꼴에 없는 글자입니다. 다른 형식의 보고서에는 그 글자가 그대로 있습니다.",
            "{0}(으)로 이동",
            Map.of(
                    HealthState.ON_TRACK, "채운 원",
                    HealthState.AT_RISK, "느낌표 세모",
                    HealthState.OFF_TRACK, "가위표 마름모",
                    HealthState.NOT_REPORTED, "빈 원",
                    HealthState.COMPLETED, "체크 네모"));

    private static final Words ENGLISH = new Words(
            "Contents",
            "Page ",
            "no value",
            "(continued)",
            Glyphs.MISSING
                    + " stands for a character that the typeface of this document lacks. The other formats of the"
                    + " report have the character itself.",
            "Go to {0}",
            Map.of(
                    HealthState.ON_TRACK, "filled circle",
                    HealthState.AT_RISK, "triangle with exclamation mark",
                    HealthState.OFF_TRACK, "diamond with cross",
                    HealthState.NOT_REPORTED, "empty ring",
                    HealthState.COMPLETED, "square with tick"));

    static Words of(String language) {
        return language.equals("en") ? ENGLISH : KOREAN;
    }
}
