package kcs.agency.agencies;

import static kcs.agency.agencies.Api.AGENCIES;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table "Who may do what", for agencies; and how refusals look whoever is refused. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class AccessTest {

    static Stream<Arguments> callers() {
        return Stream.of(
                Arguments.of("planner", Tokens.planner(), true, true),
                Arguments.of("admin", Tokens.admin(), true, true),
                Arguments.of("auditor", Tokens.auditor(), false, true),
                Arguments.of("committee", Tokens.committee(), false, false),
                Arguments.of("reporter", Tokens.reporter("KNPA"), false, false),
                Arguments.of("machine", Tokens.machine("KNPA"), false, false),
                Arguments.of("service", Tokens.service(), false, false),
                Arguments.of("nobody", Tokens.nobody(), false, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callers")
    void letsEachDoWhatItsRoleMay(String who, String token, boolean mayWrite, boolean mayReadHistory) {
        String code = Api.registered();
        String path = AGENCIES + "/" + code;

        Response read = Api.with(token).get(path);
        Response history = Api.with(token).get(path + "/history");
        Response registered = Api.with(token)
                .contentType("application/json")
                .body(Api.body(Api.newCode()))
                .post(AGENCIES);
        Response changed = Api.with(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"type\": \"MINISTRY\"}")
                .patch(path);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(history.statusCode()).isEqualTo(mayReadHistory ? 200 : 403);
        assertThat(registered.statusCode()).isEqualTo(mayWrite ? 201 : 403);
        assertThat(changed.statusCode()).isEqualTo(mayWrite ? 200 : 403);
    }

    @Test
    void letsThePublicReadAndNothingElse() {
        RequestSpecification json =
                Api.anybody().contentType("application/json").body("not even JSON");

        assertThat(Api.anybody().get(AGENCIES).statusCode()).isEqualTo(200);
        Response refused = json.post(AGENCIES);
        assertProblem(refused, 401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(Api.anybody().body("{}").patch(AGENCIES + "/NOSUCH"), 401, "unauthenticated");
        assertProblem(Api.anybody().get(AGENCIES + "/KCS/history"), 401, "unauthenticated");
    }

    @Test
    void refusesATokenThatIsNotValidEvenWhereNoneIsNeeded() {
        String valid = Tokens.planner();

        for (String token :
                new String[] {Tokens.expired(), "nonsense", valid.substring(0, valid.length() - 4) + "AAAA"}) {
            Response refused = Api.with(token).get(AGENCIES);
            assertProblem(refused, 401, "unauthenticated");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void refusesBeforeItReadsTheBody() {
        Response refused = Api.with(Tokens.reporter("KNPA"))
                .contentType("text/plain")
                .body("not even JSON")
                .post(AGENCIES);

        assertProblem(refused, 403, "forbidden");
    }

    @Test
    void knowsNoOtherMethodsAndNoOtherPaths() {
        Response put = Api.planner().contentType("application/json").body("{}").put(AGENCIES + "/KCS");
        assertProblem(put, 405, "method-not-allowed");
        assertThat(put.header("Allow")).contains("GET").contains("PATCH");
        assertProblem(Api.planner().delete(AGENCIES), 405, "method-not-allowed");
        assertProblem(Api.anybody().get(AGENCIES + "/KCS/nothing"), 404, "not-found");
        assertProblem(Api.anybody().get("/api/v1/nothing"), 404, "not-found");
        assertProblem(Api.anybody().get("/nothing"), 404, "not-found");
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        Response head = Api.anybody().head(AGENCIES + "/KCS");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(Api.etag("KCS"));
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void hasJsonAndNothingElse() {
        assertProblem(Api.anybody().accept("text/html").get(AGENCIES + "/KCS"), 406, "not-acceptable");
        assertProblem(Api.anybody().accept("text/csv").get(AGENCIES), 406, "not-acceptable");
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        assertThat(titleOf("en")).isEqualTo("Not found");
        assertThat(titleOf("en-GB;q=0.9, ko;q=0.1")).isEqualTo("Not found");
        assertThat(titleOf("ko")).isEqualTo("찾을 수 없음");
        assertThat(titleOf("fr")).isEqualTo("찾을 수 없음");
        assertThat(titleOf("%%%")).isEqualTo("찾을 수 없음");
    }

    @Test
    void givesTheCallersTraceIdBack() {
        Response refused = Api.anybody()
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get(AGENCIES + "/NOSUCH");

        assertThat(refused.jsonPath().getString("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(refused.jsonPath().getString("instance")).isEqualTo(AGENCIES + "/NOSUCH");
    }

    @Test
    void keepsTheInternalPartForTheSuitesServices() {
        String path = "/internal/events?aggregate=agency/KCS";

        assertThat(Api.anybody().get(path).statusCode()).isEqualTo(401);
        assertThat(Api.planner().get(path).statusCode()).isEqualTo(403);
        assertThat(Api.with(Tokens.service()).get(path).statusCode()).isEqualTo(200);
        assertThat(Api.anybody().get("/q/openapi?format=json").asString()).doesNotContain("/internal");
    }

    private static String titleOf(String language) {
        return Api.anybody()
                .header("Accept-Language", language)
                .get(AGENCIES + "/NOSUCH")
                .jsonPath()
                .getString("title");
    }
}
