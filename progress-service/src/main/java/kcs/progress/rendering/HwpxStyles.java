package kcs.progress.rendering;

import java.util.EnumMap;
import java.util.Map;
import kcs.progress.directory.HealthState;
import kr.dogfoot.hwpxlib.object.content.header_xml.RefList;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.FontType;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineType2;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineWidth;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.BorderFill;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.CharPr;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.Fontface;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.borderfill.Border;

/** Enters the looks, borders and fills of a report into the lists of a document, and knows by which ids they go there. */
final class HwpxStyles {
    private static final String SANS_SERIF = "맑은 고딕";
    private static final String RULE = "#8A949E";
    private static final String SHADE = "DCE6F1";

    private final RefList lists;
    private final String sansSerif;
    private final Map<HwpxLook, String> characters = new EnumMap<>(HwpxLook.class);
    private final Map<HwpxLook, String> paragraphs = new EnumMap<>(HwpxLook.class);
    private final Map<HealthState, String> lights = new EnumMap<>(HealthState.class);
    private final String ruled;
    private final String shaded;

    /**
     * @param lists those of a blank document
     */
    HwpxStyles(RefList lists) {
        this.lists = lists;
        this.sansSerif = enterFont();
        this.ruled = enterBorder(null);
        this.shaded = enterBorder(SHADE);
        for (HealthState health : HealthState.values()) {
            lights.put(health, enterBorder(Signal.of(health).fill()));
        }
        String outline = HwpxParagraphs.enterOutline(lists);
        for (HwpxLook look : HwpxLook.values()) {
            characters.put(look, enterCharacters(look));
            paragraphs.put(look, HwpxParagraphs.enter(lists, look, outline));
        }
    }

    /** The id of how its characters look. */
    String characters(HwpxLook look) {
        return characters.get(look);
    }

    /** The id of how its paragraph looks. */
    String paragraph(HwpxLook look) {
        return paragraphs.get(look);
    }

    /** The id of thin lines around. */
    String ruled() {
        return ruled;
    }

    /** The id of thin lines around a heading. */
    String shaded() {
        return shaded;
    }

    /** The id of thin lines around a light. */
    String light(HealthState health) {
        return lights.get(health);
    }

    /** For each script, as the format has it. */
    private String enterFont() {
        String id = "";
        for (Fontface script : lists.fontfaces().fontfaces()) {
            id = Integer.toString(script.countOfFont());
            script.addNewFont()
                    .idAnd(id)
                    .faceAnd(SANS_SERIF)
                    .typeAnd(FontType.TTF)
                    .isEmbedded(false);
        }
        return id;
    }

    private String enterCharacters(HwpxLook look) {
        CharPr entry = lists.charProperties().get(0).clone();
        entry.id(Integer.toString(lists.charProperties().count()));
        entry.height(look.size());
        if (!look.isRunningText()) {
            entry.fontRef().setAll(sansSerif);
        }
        if (look.isBold()) {
            entry.createBold();
        }
        lists.charProperties().add(entry);
        return entry.id();
    }

    /** Borders are counted from 1. */
    private String enterBorder(String fill) {
        BorderFill entry = lists.borderFills().get(0).clone();
        entry.id(Integer.toString(lists.borderFills().count() + 1));
        rule(entry.leftBorder());
        rule(entry.rightBorder());
        rule(entry.topBorder());
        rule(entry.bottomBorder());
        if (fill != null) {
            entry.createFillBrush();
            entry.fillBrush().createWinBrush();
            entry.fillBrush()
                    .winBrush()
                    .faceColorAnd("#" + fill)
                    .hatchColorAnd("#000000")
                    .alpha(0f);
        }
        lists.borderFills().add(entry);
        return entry.id();
    }

    private static void rule(Border border) {
        border.type(LineType2.SOLID);
        border.width(LineWidth.MM_0_12);
        border.color(RULE);
    }
}
