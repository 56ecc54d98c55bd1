package kcs.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import kcs.acceptance.Chromium.Looks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people come for, from its beginning to its end, in the browser and in both languages. */
@ExtendWith(Demonstration.class)
class JourneysIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static Suite suite;

    @BeforeAll
    static void begin() {
        suite = Demonstration.suite();
    }

    private static Window as(String user, String language) {
        return CHROMIUM.window(suite, user, new Looks(language, "standard", Looks.KOREAN.width()));
    }

    private static void press(Window window, String label) {
        window.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .click();
    }

    /** Answers the question that has come up. */
    private static void confirm(Window window, String label) {
        window.page()
                .locator("#dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
        assertThat(window.page().locator("#dialog")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void aReturnGoesBackOnceAndIsAcceptedThen(String language) {
        PageWords words = new PageWords(language);
        Story story = Story.begun(suite);
        String checkpoint = story.checkpoint("MOTIE");

        try (Window reporter = as("reporter-motie", language);
                Window planner = as("planner", language)) {
            files(reporter.at("/desk/checkpoints/" + checkpoint), words, "연계 시험을 마침", "sheet.file");

            planner.at("/console/review/" + checkpoint);
            planner.page().locator("#comment-ACHIEVEMENTS").click();
            planner.page().locator("textarea#comment-ACHIEVEMENTS").fill("몇 건인지 적어 주십시오");
            planner.page()
                    .locator("input[name='review-decision'][value='RETURN']")
                    .check();
            planner.page().locator("#review-reason").fill("수치가 없습니다");
            press(planner, words.say("review.confirm.RETURN"));
            awaitStatus(checkpoint, "RETURNED");

            reporter.at("/desk");
            assertThat(reporter.page().locator("main")).containsText("수치가 없습니다");
            reporter.at("/desk/checkpoints/" + checkpoint);
            assertThat(reporter.page().locator("main")).containsText("몇 건인지 적어 주십시오");
            reporter.isAccessible();
            files(reporter, words, "연계 시험 12건을 마침", "sheet.fileAgain");

            planner.at("/console/review/" + checkpoint);
            assertThat(planner.page().locator("main")).containsText("12건을");
            planner.isAccessible();
            planner.page()
                    .locator("input[name='review-decision'][value='ACCEPT']")
                    .check();
            press(planner, words.say("review.confirm.ACCEPT"));
            awaitStatus(checkpoint, "ACCEPTED");
        }
    }

    private static void files(Window reporter, PageWords words, String achievements, String button) {
        reporter.page().locator("#sheet-percentComplete").fill("40");
        reporter.page()
                .locator("input[name='sheet-declaredHealth'][value='ON_TRACK']")
                .check();
        reporter.page().locator("#sheet-achievements").fill(achievements);
        press(reporter, words.say(button));
        confirm(reporter, words.say(button));
        assertThat(reporter.page().locator("#sheet-done")).hasText(words.say("sheet.filed"));
    }

    private static void awaitStatus(String checkpoint, String status) {
        org.awaitility.Awaitility.await()
                .until(() -> suite.json("/api/v1/checkpoints/" + checkpoint, suite.token("planner"))
                        .get("status")
                        .asText()
                        .equals(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void whatSomebodyElseChangedIsShownAndNotWrittenOver(String language) {
        PageWords words = new PageWords(language);
        Story story = Story.begun(suite);
        String planner = suite.token("planner-2");

        try (Window window = as("planner", language).expecting(412)) {
            window.at("/console/tasks/" + story.task() + "/change");
            Locator summary = window.page().locator("#task-summary-ko");
            summary.fill("내가 적은 개요");
            suite.change(
                    "PATCH",
                    "/api/v1/tasks/" + story.task(),
                    Map.of("summary", Story.bilingual("동료가 적은 개요", "A colleague's summary")),
                    planner);
            press(window, words.say("taskForm.save"));

            Locator conflict = window.page().locator(".is-conflict");
            assertThat(conflict).containsText("내가 적은 개요");
            assertThat(conflict).containsText("동료가 적은 개요");
            window.isAccessible();
            assertThat(summaryOf(story.task(), planner)).isEqualTo("동료가 적은 개요");

            press(window, words.say("conflict.keep"));
            press(window, words.say("taskForm.save"));
            org.awaitility.Awaitility.await()
                    .until(() -> summaryOf(story.task(), planner).equals("내가 적은 개요"));
        }
    }

    private static String summaryOf(String task, String token) {
        return suite.json("/api/v1/tasks/" + task, token).at("/summary/ko").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void anOpinionIsGivenAndAnswered(String language) {
        PageWords words = new PageWords(language);
        Story story = Story.begun(suite);
        String advice = "현장 의견을 먼저 들으십시오 " + story.plan();
        String answer = "현장 간담회를 열겠습니다 " + story.plan();

        try (Window committee = as("committee", language);
                Window reporter = as("reporter-motie", language)) {
            committee.at("/reports/opinions/new?plan=" + story.plan() + "&task=" + story.task());
            committee.page().locator("#giving-addressedTo").selectOption("MOTIE");
            committee.page().locator("#giving-text").fill(advice);
            press(committee, words.say("reports.giveSend"));
            assertThat(committee.page().locator("main")).containsText(advice);
            String opinion = committee.page().url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");

            reporter.at("/desk/opinions/" + opinion);
            reporter.page().locator("#answer-reason").fill(answer);
            press(reporter, words.say("opinion.send"));
            assertThat(reporter.page().locator("#opinion-done")).isVisible();

            committee.at("/reports/opinions/" + opinion);
            assertThat(committee.page().locator("main")).containsText(answer);
        }
    }
}
