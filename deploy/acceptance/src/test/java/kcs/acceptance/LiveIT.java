package kcs.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import kcs.acceptance.Chromium.Looks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody else does is seen on the dashboard without loading it again. */
@ExtendWith(Demonstration.class)
class LiveIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String PLAN = Suite.freshCode();

    private static Suite suite;
    private static String planner;

    @BeforeAll
    static void register() {
        suite = Demonstration.suite();
        planner = suite.token("planner");
        suite.change(
                "POST",
                "/api/v1/plans",
                Map.of("code", PLAN, "title", Map.of("ko", "실시간 시험", "en", "Live"), "leadAgency", "KCS"),
                planner);
    }

    private static String task() {
        return task("PUBLIC");
    }

    private static String task(String visibility) {
        String code = suite.change(
                        "POST",
                        "/api/v1/tasks",
                        Map.of(
                                "plan",
                                PLAN,
                                "title",
                                Map.of("ko", "보이는 과제", "en", "A task to see"),
                                "visibility",
                                visibility,
                                "participations",
                                List.of(Map.of("agency", "KCS", "role", "LEAD"))),
                        planner)
                .get("code")
                .asText();
        move(code, "SELECTED");
        return code;
    }

    private static void move(String code, String to) {
        suite.change(
                "POST", "/api/v1/tasks/" + code + "/status-transitions", Map.of("to", to, "reason", "정해진 대로"), planner);
    }

    private static Window onTheDashboard(String task) {
        Window window = CHROMIUM.window(suite, null, Looks.ENGLISH);
        window.at("/?plan=" + PLAN);
        assertThat(window.page().locator("#" + task)).containsText("Selected");
        window.page().evaluate("window.sameDocument = true");
        return window;
    }

    @Test
    void aChangeIsSeenAndNothingElseMoves() {
        String task = task();
        try (Window window = onTheDashboard(task)) {
            Locator held =
                    window.page().getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Pause"));
            held.focus();
            Object scrolled = window.page().evaluate("scrollY");

            move(task, "IN_PROGRESS");

            assertThat(window.page().locator("#" + task)).containsText("In progress");
            assertThat(held).isFocused();
            assertThat(window.page().evaluate("scrollY")).isEqualTo(scrolled);
            assertThat(window.page().evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void afterALostConnectionItCatchesUp() {
        String task = task();
        try (Window window = onTheDashboard(task).expectingLostConnections()) {
            window.context().setOffline(true);
            move(task, "IN_PROGRESS");
            move(task, "ON_HOLD");
            assertThat(window.page().locator("#" + task)).containsText("Selected");

            window.context().setOffline(false);

            assertThat(window.page().locator("#" + task)).containsText("On hold");
            assertThat(window.page().evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    @Test
    void whoIsNoLongerSignedInIsToldAndSeesWhatIsPublic() {
        String task = task("GOVERNMENT");
        try (Window window = CHROMIUM.window(suite, "planner", Looks.ENGLISH).expectingLostConnections()) {
            window.at("/?plan=" + PLAN);
            assertThat(window.page().locator("#" + task)).containsText("Selected");
            window.context().setOffline(true);
            // As signing out in another window does.
            window.context().clearCookies();

            window.context().setOffline(false);

            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Your session has ended");
            assertThat(window.page().locator("#" + task)).hasCount(0);
        }
    }
}
