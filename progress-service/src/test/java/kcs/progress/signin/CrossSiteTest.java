package kcs.progress.signin;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import kcs.chassis.testing.Tokens;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites would have a browser do in somebody's session. */
@QuarkusTest
class CrossSiteTest extends ProgressTest {
    private final Browser browser = new Browser();

    @BeforeEach
    void signIn() {
        browser.signedIn("planner");
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,",
        "same-site,",
        "none,",
        "SAME-ORIGIN,",
        "'',",
        "cross-site, https://kcs.example",
        "same-site, https://kcs.example",
        ",",
        ", null",
        ", https://evil.example",
        ", https://kcs.example.evil.example",
        ", https://other.kcs.example",
        ", http://kcs.example",
        ", https://kcs.example:8443",
        ", https://kcs.example/"
    })
    void refusesWhatDoesNotComeFromHere(String site, String origin) {
        assertProblem(from(site, origin).post("/api/v1/cycles"), 403, "cross-site");
    }

    @ParameterizedTest
    @CsvSource({"same-origin,", "same-origin, null", "same-origin, https://kcs.example", ", https://kcs.example"})
    void takesWhatComesFromHere(String site, String origin) {
        Response answer = from(site, origin).post("/api/v1/cycles");

        // Only now is it read.
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void refusesEveryMethodThatChangesSomething(String method) {
        assertProblem(from("cross-site", null).request(method, "/api/v1/cycles/x"), 403, "cross-site");
    }

    @Test
    void refusesToSignSomebodyOutFromElsewhere() {
        assertProblem(from("cross-site", null).post("/signout"), 403, "cross-site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void letsEverybodyRead(String method) {
        assertThat(from("cross-site", null).request(method, "/api/v1/worklist").statusCode())
                .isEqualTo(200);
    }

    @Test
    void isOfNoConcernToATokenThatComesAlong() {
        Response answer = from("cross-site", "https://evil.example")
                .auth()
                .oauth2(Tokens.planner())
                .post("/api/v1/cycles");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void isOfNoConcernWithoutASession() {
        Response answer = anonymous()
                .header("Sec-Fetch-Site", "cross-site")
                .cookie("something", "else")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/cycles");

        assertProblem(answer, 401, "unauthenticated");
    }

    @Test
    void isSaidBeforeTheSessionIsLookedAt() {
        Response answer = anonymous()
                .header("Sec-Fetch-Site", "cross-site")
                .cookie("q_session_console_chunk_1", "nonsense")
                .post("/api/v1/cycles");

        assertProblem(answer, 403, "cross-site");
        assertThat(answer.detailedCookies().asList()).isEmpty();
    }

    private RequestSpecification from(String site, String origin) {
        RequestSpecification request =
                browser.silent().contentType("application/json").body("[");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        return origin == null ? request : request.header("Origin", origin);
    }
}
