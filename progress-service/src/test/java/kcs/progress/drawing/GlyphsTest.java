package kcs.progress.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphsTest {
    private static final Typefaces.Pair TYPEFACES = new Typefaces().pair();

    private final Glyphs glyphs = new Glyphs(TYPEFACES);

    @Test
    void keepsWhatCanBeDrawnAsItIs() {
        String text = "관세청 大韓民國 Ünïcode №1 ㎡ ① → ★\n둘째 줄";

        assertThat(glyphs.of(text)).isEqualTo(text);
        assertThat(glyphs.lacked()).isFalse();
    }

    @Test
    void putsLettersTogetherThatComeInPieces() {
        assertThat(glyphs.of("\u1100\u1161\u11a8 e\u0301")).isEqualTo("각 é");
        assertThat(glyphs.lacked()).isFalse();
    }

    @Test
    void showsThatACharacterIsMissing() {
        assertThat(glyphs.of("\ud840\udc0b가")).isEqualTo("⌧가");
        assertThat(glyphs.lacked()).isTrue();
    }

    @Test
    void leavesOutWhatHasNoShape() {
        assertThat(glyphs.of("가\u200b나\u00ad다\ufe0f라\u202e")).isEqualTo("가나다라");
        assertThat(glyphs.lacked()).isFalse();
    }

    @Test
    void takesAllLineBreaksForTheSame() {
        assertThat(glyphs.of("가\r\n나\r다\u2028라\t마")).isEqualTo("가\n나\n다\n라 마");
    }

    @Test
    void drawsTheSameCharactersInBothWeights() throws Exception {
        for (int code = 0; code <= 0x2ffff; code++) {
            boolean regular = TYPEFACES.regular().getUnicodeCmapLookup().getGlyphId(code) != 0;
            boolean bold = TYPEFACES.bold().getUnicodeCmapLookup().getGlyphId(code) != 0;
            assertThat(bold).as("%x", code).isEqualTo(regular);
        }
    }
}
