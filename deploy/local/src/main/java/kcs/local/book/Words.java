package kcs.local.book;

import java.util.Map;

/** The book's own words, in both languages wherever they stand. */
final class Words {
    private static final Map<String, String> KOREAN = Map.ofEntries(
            Map.entry("Parameters", "매개변수"),
            Map.entry("Request", "요청"),
            Map.entry("Response", "응답"),
            Map.entry("Example", "예"),
            Map.entry("Problems", "오류"),
            Map.entry("Schemas", "자료형"),
            Map.entry("Contents", "목차"),
            Map.entry("Operations", "기능"),
            Map.entry("Used by", "쓰이는 곳"),
            Map.entry("Name", "이름"),
            Map.entry("Where", "위치"),
            Map.entry("Type", "형"),
            Map.entry("Meaning", "뜻"),
            Map.entry("Required", "필수"),
            Map.entry("Status", "상태"),
            Map.entry("Body", "본문"),
            Map.entry("Headers", "헤더"),
            Map.entry("Address", "주소"),
            Map.entry("Who may", "권한"),
            Map.entry("Kinds", "종류"),
            Map.entry("required", "필수"),
            Map.entry("optional", "선택"));

    private Words() {}

    static String both(String english) {
        String korean = KOREAN.get(english);
        if (korean == null) {
            throw new IllegalArgumentException("the book has no Korean word for " + english);
        }
        return "<span lang=\"ko\">" + korean + "</span> " + english;
    }
}
