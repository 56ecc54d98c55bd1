package kcs.progress.open;

import java.util.List;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A type of the Korea Open Government License.
 *
 * @param koglType 1 to 4
 */
@Schema(name = "OpenLicence", description = "A type of the Korea Open Government License (공공누리)")
record Licence(
        @Schema(required = true, minimum = "1", maximum = "4")
        int koglType,

        @Schema(required = true) Label name,

        @Schema(required = true, maxLength = 200, examples = "https://www.kogl.or.kr/info/licenseType1.do")
        String url) {
    private static final List<Label> TERMS = List.of(
            new Label("출처표시", "source indication"),
            new Label("출처표시 + 상업적 이용금지", "source indication, no commercial use"),
            new Label("출처표시 + 변경금지", "source indication, no derivatives"),
            new Label("출처표시 + 상업적 이용금지 + 변경금지", "source indication, no commercial use, no derivatives"));

    static Licence ofType(int type) {
        Label terms = TERMS.get(type - 1);
        return new Licence(
                type,
                new Label("공공누리 제%d유형: %s".formatted(type, terms.ko()), "KOGL type %d: %s".formatted(type, terms.en())),
                "https://www.kogl.or.kr/info/licenseType%d.do".formatted(type));
    }
}
