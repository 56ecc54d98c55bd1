package kcs.agency.agencies;

import static kcs.agency.agencies.Api.AGENCIES;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class StrictInputTest {
    private static final int TOO_MUCH = (1 << 20) + 1;

    @TestHTTPResource(AGENCIES)
    URI agencies;

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(with("\"colour\": 1"), "/colour", "unknown-property"),
                Arguments.of(with("\"status\": \"ACTIVE\""), "/status", "unknown-property"),
                Arguments.of(with("\"version\": 3"), "/version", "unknown-property"),
                Arguments.of(body().replace("\"reports\": true", "\"reports\": \"true\""), "/reports", "wrong-type"),
                Arguments.of(body().replace("\"reports\": true", "\"reports\": 1"), "/reports", "wrong-type"),
                Arguments.of(body().replaceAll("\"code\": \"\\w+\"", "\"code\": 5"), "/code", "wrong-type"),
                Arguments.of(body().replace("\"ADMINISTRATION\"", "\"KINGDOM\""), "/type", "unknown-word"),
                Arguments.of(body().replace("\"ADMINISTRATION\"", "2"), "/type", "unknown-word"),
                Arguments.of(body().replace("\"ADMINISTRATION\"", "\"\""), "/type", "unknown-word"),
                Arguments.of(body().replaceAll("\\[.*]", "{}"), "/names", "wrong-type"),
                Arguments.of(with("\"validFrom\": \"2024-02-30\""), "/validFrom", "wrong-type"),
                Arguments.of(with("\"validFrom\": \"2024-2-3\""), "/validFrom", "wrong-type"),
                Arguments.of(with("\"validFrom\": [2024, 2, 3]"), "/validFrom", "wrong-type"),
                Arguments.of(with("\"validFrom\": 19000"), "/validFrom", "wrong-type"),
                Arguments.of(with("\"validFrom\": \"\""), "/validFrom", "wrong-type"),
                Arguments.of(with("\"code\": \"AB\""), null, "duplicate-property"),
                Arguments.of(body() + " {}", "", "trailing-token"),
                Arguments.of(body() + " x", "", "not-json"),
                Arguments.of(body().replace("시험기관", "시험\\u0000기관"), "/names/0/name/ko", "malformed-unicode"),
                Arguments.of(body().replace("시험기관", "시험\\ud83d기관"), "/names/0/name/ko", "malformed-unicode"),
                Arguments.of(body().replace("시험기관", "시험\\udc00기관"), "/names/0/name/ko", "malformed-unicode"),
                Arguments.of("", "", "not-an-object"),
                Arguments.of("[]", "", "not-an-object"),
                Arguments.of("null", "", "not-an-object"),
                Arguments.of("{\"code\": ", "", "not-json"),
                Arguments.of("{\"code\": NaN}", "", "not-json"),
                Arguments.of("{'code': 'AB'}", "", "not-json"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatItCannotRead(String body, String pointer, String code) {
        Response refused = Api.register(body);

        assertProblem(refused, 400, "unreadable");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo(code);
        if (pointer != null) {
            assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
        assertThat(refused.asString())
                .doesNotContain("java")
                .doesNotContain("kcs.agency")
                .doesNotContain("jackson");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(body().replaceAll("\"code\": \"\\w+\"", "\"code\": \"kcs\""), "/code", "pattern"),
                Arguments.of(body().replaceAll("\"code\": \"\\w+\"", "\"code\": \"1KCS\""), "/code", "pattern"),
                Arguments.of(body().replaceAll("\"code\": \"\\w+\"", "\"code\": \"K\""), "/code", "pattern"),
                Arguments.of(body().replaceAll("\"code\": \"\\w+\",", ""), "/code", "required"),
                Arguments.of(body().replace("\"ADMINISTRATION\"", "null"), "/type", "required"),
                Arguments.of(body().replaceAll("\\[.*]", "[]"), "/names", "required"),
                Arguments.of(body().replaceAll("\\[.*]", "[null]"), "/names/0", "required"),
                Arguments.of(body().replaceAll("\\[.*]", "[{}]"), "/names/0/name", "required"),
                Arguments.of(body().replaceAll("시험기관 \\w+", " "), "/names/0/name/ko", "required"),
                Arguments.of(body().replace("시험기관", "가".repeat(201)), "/names/0/name/ko", "size"),
                Arguments.of(with("\"officialCode\": \"12\""), "/officialCode", "pattern"),
                Arguments.of(with("\"officialCodeVerified\": true"), "/officialCode", "needed-when-verified"),
                Arguments.of(with("\"parent\": \"NOBODY\""), "/parent", "unknown-agency"),
                Arguments.of(with("\"contacts\": [{\"department\": \"과\", \"phone\": \"call me\"}]"), null, "pattern"),
                Arguments.of(with("\"contacts\": [{\"department\": \"과\", \"email\": \"nowhere\"}]"), null, "pattern"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatIsWrong(String body, String pointer, String code) {
        Response refused = Api.register(body);

        assertProblem(refused, 422, "invalid");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo(code);
        if (pointer != null) {
            assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
    }

    @Test
    void keepsNamesInOneSpelling() {
        String code = Api.newCode();
        String decomposed = java.text.Normalizer.normalize("관세청", java.text.Normalizer.Form.NFD);

        Response created = Api.register(Api.body(code).replace("시험기관", decomposed));

        assertThat(created.jsonPath().getString("name.ko")).isEqualTo("관세청 " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/merge-patch+json", "multipart/form-data"})
    void refusesABodyOfAnotherType(String type) {
        Response refused = Api.planner()
                .contentType(type)
                .body(body().getBytes(StandardCharsets.UTF_8))
                .post(AGENCIES);

        assertProblem(refused, 415, "unsupported-media-type");
        assertThat(refused.jsonPath().getList("accepted")).containsExactly("application/json");
    }

    @Test
    void takesPatchesAsMergePatchesOnly() {
        String code = Api.registered();

        Response refused = Api.planner()
                .contentType("application/json")
                .header("If-Match", Api.etag(code))
                .body("{}")
                .patch(AGENCIES + "/" + code);

        assertProblem(refused, 415, "unsupported-media-type");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        assertProblem(Api.register(" ".repeat(TOO_MUCH)), 413, "too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws IOException, InterruptedException {
        byte[] body = " ".repeat(TOO_MUCH).getBytes(StandardCharsets.US_ASCII);
        HttpRequest chunked = HttpRequest.newBuilder(agencies)
                .header("Authorization", "Bearer " + Tokens.planner())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        HttpResponse<String> refused =
                HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colour\": 1}",
                "{\"code\": \"NEW\"}",
                "{\"version\": 4}",
                "{\"reports\": \"true\"}",
                "{\"names\": [{\"name\": {\"ko\": \"가\", \"fr\": \"b\"}}]}",
                "{\"reports\": true, \"reports\": true}",
                "[]"
            })
    void readsPatchesAsStrictly(String patch) {
        assertProblem(Api.patch(Api.registered(), patch), 400, "unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\": null}", "{\"reports\": null}", "{\"names\": null}", "{\"status\": null}"})
    void removesNothingThatMustBeThere(String patch) {
        assertProblem(Api.patch(Api.registered(), patch), 422, "invalid");
    }

    @Test
    void removesWithNullWhatMayBeAbsent() {
        String code = Api.registered(with("\"parent\": \"KCS\", \"validFrom\": \"2024-01-01\""));

        Response removed = Api.patch(code, "{\"parent\": null, \"validFrom\": null}");

        assertThat(removed.jsonPath().getString("parent")).isNull();
        assertThat(removed.jsonPath().getString("validFrom")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kcs", "A", "NOSUCH", "%00", "%EA%B4%80%EC%84%B8%EC%B2%AD", "A%2FB", "..", "'%20OR%201=1"})
    void findsNothingUnderWhatIsNoCode(String code) {
        Response nothing = Api.anybody().urlEncodingEnabled(false).get(AGENCIES + "/" + code);

        assertThat(nothing.statusCode()).isIn(400, 404);
        assertThat(nothing.contentType()).startsWith("application/problem+json");
    }

    @Test
    void refusesUnknownParametersOfOneAgencyToo() {
        assertProblem(Api.anybody().get(AGENCIES + "/KCS?asof=2024-01-01"), 400, "unreadable");
    }

    private static String body() {
        return Api.body(Api.newCode());
    }

    /** A body with one more property. */
    private static String with(String property) {
        return body().replace("\"reports\": true", "\"reports\": true, " + property);
    }
}
