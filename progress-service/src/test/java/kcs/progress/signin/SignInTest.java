package kcs.progress.signin;

import static io.restassured.RestAssured.given;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with the browser, against a sign-in server that speaks the code flow. */
@QuarkusTest
class SignInTest extends ProgressTest {
    private static final String DASHBOARD = "/api/v1/dashboard";
    private static final String SESSION = "/api/v1/session";
    private static final String WORKLIST = "/api/v1/worklist";

    private final Browser browser = new Browser();

    @Test
    void asksTheSignInServerForACodeThatOnlyThisServiceCanUse() {
        Response started = browser.get("/signin");

        assertThat(started.header("Location"))
                .contains("response_type=code", "client_id=console", "code_challenge_method=S256", "nonce=")
                .contains("%2Fsignin%2Fcallback&");
        assertThat(started.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void leadsBackToWhereThePersonWas() {
        Response last = browser.signIn("planner", 300, "/?plan=KCS-2024&lang=en");

        assertThat(last.statusCode()).isEqualTo(303);
        assertThat(last.header("Location")).isEqualTo("/?plan=KCS-2024&lang=en");
    }

    @Test
    void leadsToNoOtherSite() {
        Response last = browser.signIn("planner", 300, "https://evil.example/");

        assertThat(last.header("Location")).isEqualTo("/");
    }

    @Test
    void keepsTheTokensFromScriptsAndFromOtherSites() {
        browser.signedIn("planner");

        assertThat(browser.cookies()).hasSize(1);
        Cookie session = browser.session();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.isSecured()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        assertThat(session.getPath()).isEqualTo("/");
        assertThat(session.getDomain()).isNull();
        assertThat(session.getMaxAge()).isBetween(4 * 3600L, 5 * 3600L);
        // Five parts: encrypted. A token that is only signed has three.
        assertThat(session.getValue().split("\\.")).hasSize(5);
    }

    @Test
    void saysWhoSignedIn() {
        owners.tell("agency.registered", Stories.agency("SIGNED", "로그인청"));
        eventually(null, board -> board.get("agencies.find { it.code == 'SIGNED' }") != null);

        Response answer = browser.signedIn("reporter-SIGNED").page().get(SESSION);

        assertThat(answer.jsonPath().getMap(""))
                .containsEntry("signedIn", true)
                .containsEntry("name", "The reporter")
                .containsEntry("agency", "SIGNED")
                .containsEntry("roles", List.of("reporter"));
        assertThat(answer.jsonPath().getString("agencyName.ko")).isEqualTo("로그인청");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Vary")).contains("Cookie");
    }

    @Test
    void saysThatNobodySignedIn() {
        Map<String, Object> nobody = anonymous().get(SESSION).jsonPath().getMap("");

        assertThat(nobody).isEqualTo(Map.of("signedIn", false, "demonstration", false));
    }

    @Test
    void saysWhoseTokenItIs() {
        Map<String, Object> planner =
                as(Tokens.planner()).get(SESSION).jsonPath().getMap("");

        assertThat(planner).containsEntry("signedIn", true).containsEntry("name", "planner-1");
    }

    @Test
    void givesThePersonTheRightsOfTheirToken() {
        browser.signedIn("reporter-MOTIE");

        assertThat(browser.page().get(WORKLIST).asString())
                .isEqualTo(as(Tokens.reporter("MOTIE")).get(WORKLIST).asString());
        assertProblem(browser.page().get("/api/v1/dashboard/reconciliation"), 403, "forbidden");
    }

    @Test
    void tellsACallWithoutCredentialsSoAndSendsItNowhere() {
        Response answer = given().redirects()
                .follow(false)
                .header("Accept", "text/html,*/*;q=0.8")
                .get(WORKLIST);

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void looksAtATokenBeforeTheCookie() {
        browser.signedIn("planner");

        Map<String, Object> who = browser.silent()
                .auth()
                .oauth2(Tokens.reporter("MOTIE"))
                .get(SESSION)
                .jsonPath()
                .getMap("");
        Response bad = browser.silent().auth().oauth2("nonsense").get(SESSION);

        assertThat(who).containsEntry("agency", "MOTIE");
        assertProblem(bad, 401, "unauthenticated");
        assertThat(bad.detailedCookies().asList()).isEmpty();
    }

    @Test
    void takesATokenThatSaysWhoSignedInForNoAccessToken() {
        assertProblem(as(Tokens.identityOfAPlanner()).get(WORKLIST), 401, "unauthenticated");
    }

    @Test
    void mixesNobodyUpWhereAnswersAreKept() {
        String plan = stories.plan();
        String hidden = stories.hiddenTask(plan, 1);
        awaitTask(Tokens.planner(), hidden, "SELECTED");
        Response forAll = anonymous().get(DASHBOARD);
        browser.signedIn("planner");

        Response own =
                browser.page().header("If-None-Match", forAll.header("ETag")).get(DASHBOARD);
        Response after = anonymous().header("If-None-Match", own.header("ETag")).get(DASHBOARD);

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.asString()).contains(hidden);
        assertThat(own.header("Cache-Control")).contains("private");
        assertThat(own.header("Vary")).contains("Cookie");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.asString()).doesNotContain(hidden);
        assertThat(forAll.asString()).doesNotContain(hidden);
    }

    @Test
    void endsTheSessionHereAndAtTheSignInServer() {
        browser.signIn("planner", 3, "/");
        String kept = browser.session().getValue();

        Response out = browser.signOut();

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/");
        assertThat(browser.session()).isNull();
        assertThat(browser.page().get(SESSION).jsonPath().getBoolean("signedIn"))
                .isFalse();
        // Who kept the cookie has it until its token has run out: it is not renewed.
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        given().cookie("q_session_console", kept).get(SESSION).statusCode() == 401);
    }

    @Test
    void signsOutWhoIsNotSignedIn() {
        Response out = browser.signOut();

        assertThat(out.statusCode()).isEqualTo(303);
    }

    @Test
    void signsOutWhoseSessionIsOver() {
        Response out = given().redirects()
                .follow(false)
                .cookie("q_session_console", "nonsense")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/signout");

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/");
        assertThat(out.detailedCookie("q_session_console").getMaxAge()).isZero();
    }

    @Test
    void signsNobodyOutByALink() {
        browser.signedIn("planner");

        assertProblem(browser.get("/signout"), 405, "method-not-allowed");

        assertThat(browser.session()).isNotNull();
    }

    @Test
    void renewsASessionWhoseTokenRunsOut() {
        browser.signIn("planner", 30, "/");
        String before = browser.session().getValue();

        Response answer = browser.kept(browser.page().get(WORKLIST));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.session().getValue()).isNotEqualTo(before);
        assertThat(browser.page().get(WORKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatASessionIsOverAndHasTheBrowserForgetIt() {
        Response answer = given().redirects()
                .follow(false)
                .cookie("q_session_console", "nonsense")
                .get(DASHBOARD);

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.detailedCookie("q_session_console").getMaxAge()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/app.js", "/open/v1/tasks"})
    void showsEverybodyWhatIsEverybodysThoughASessionIsOver(String path) {
        assertThat(given().cookie("q_session_console", "nonsense").get(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void beginsNoSessionThatThisBrowserDidNotAskFor() {
        Response begunElsewhere = new Browser().get("/signin");
        String callback = Browser.relative(Browser.callback(begunElsewhere, "planner", 300));

        browser.get(callback);

        assertThat(browser.session()).isNull();
    }

    @Test
    void usesACodeOnce() {
        Response started = browser.get("/signin");
        String callback = Browser.relative(Browser.callback(started, "planner", 300));
        Cookie state = browser.cookies().values().iterator().next();
        given().redirects()
                .follow(false)
                .cookie(state.getName(), state.getValue())
                .get(callback);

        Response again = given().redirects()
                .follow(false)
                .cookie(state.getName(), state.getValue())
                .get(callback);

        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.detailedCookie("q_session_console")).isNull();
    }
}
