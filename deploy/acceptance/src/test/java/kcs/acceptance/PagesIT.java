package kcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kcs.acceptance.Chromium.Looks;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, for each kind of person, in both languages and contrasts, wide and narrow. */
@ExtendWith(Demonstration.class)
class PagesIT {
    private static final int NARROW = 360;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of(null, "/"),
                Arguments.of("planner", "/"),
                Arguments.of(null, "/tasks/KCS-2024-03"),
                Arguments.of("planner", "/tasks/KCS-2024-03"),
                Arguments.of(null, "/tasks/KCS-2024-11"),
                Arguments.of(null, "/reports"),
                Arguments.of("committee", "/reports"),
                Arguments.of("committee", "/reports/meetings"),
                Arguments.of("committee", "/reports/opinions"),
                Arguments.of(null, "/help"),
                Arguments.of("reporter-motie", "/help"),
                Arguments.of(null, "/desk"),
                Arguments.of("committee", "/desk"),
                Arguments.of("reporter-motie", "/desk"),
                Arguments.of("planner", "/console"),
                Arguments.of("planner", "/console/plans"),
                Arguments.of("planner", "/console/tasks"),
                Arguments.of("planner", "/console/tasks/new"),
                Arguments.of("planner", "/console/tasks/KCS-2024-01"),
                Arguments.of("planner", "/console/agencies"),
                Arguments.of("planner", "/console/cycles"),
                Arguments.of("planner", "/console/review"),
                Arguments.of("planner", "/console/extensions"),
                Arguments.of("planner", "/console/snapshots"),
                Arguments.of("planner", "/console/meetings"));
    }

    static Stream<Arguments> pagesAndLooks() {
        return pages().flatMap(page -> Stream.of("ko", "en")
                .flatMap(language -> Stream.of("standard", "more")
                        .map(contrast -> Arguments.of(page.get()[0], page.get()[1], language, contrast))));
    }

    @ParameterizedTest
    @MethodSource("pagesAndLooks")
    void isAccessibleAndQuiet(String user, String path, String language, String contrast) {
        try (Window window =
                CHROMIUM.window(Demonstration.suite(), user, new Looks(language, contrast, Looks.KOREAN.width()))) {
            window.at(path);

            assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(window.page().title()).isNotBlank();
            assertThat(window.page().locator("h1").count()).as("main headings").isOne();
            window.isAccessible();
            window.picture(name(user, path) + "." + language + (contrast.equals("more") ? ".more" : ""));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsIntoANarrowWindow(String user, String path) {
        try (Window window = CHROMIUM.window(Demonstration.suite(), user, new Looks("ko", "standard", NARROW))) {
            window.at(path);

            assertThat(window.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(NARROW);
            window.isAccessible();
            window.picture(name(user, path) + ".narrow");
        }
    }

    private static String name(String user, String path) {
        return (user == null ? "public" : user) + path.replace('/', '_');
    }
}
