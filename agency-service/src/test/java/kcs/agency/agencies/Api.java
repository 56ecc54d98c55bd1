package kcs.agency.agencies;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.ThreadLocalRandom;
import kcs.chassis.testing.OpenApiContract;
import kcs.chassis.testing.Tokens;

/** Calls of the API as its users make them; every answer is held against the API's document. */
final class Api {
    static final String AGENCIES = "/api/v1/agencies";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static final RestAssuredConfig UNTOUCHED = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8"));

    private Api() {}

    static RequestSpecification anybody() {
        return given().filter(CONTRACT).config(UNTOUCHED);
    }

    static RequestSpecification with(String token) {
        return anybody().auth().oauth2(token);
    }

    static RequestSpecification planner() {
        return with(Tokens.planner());
    }

    /** A code that no other test uses. */
    static String newCode() {
        StringBuilder code = new StringBuilder("T");
        for (int i = 0; i < 8; i++) {
            code.append((char) ('A' + ThreadLocalRandom.current().nextInt(26)));
        }
        return code.toString();
    }

    static String body(String code) {
        return """
                {"code": "%s", "names": [{"name": {"ko": "시험기관 %s", "en": "Test agency %s"}}],
                 "type": "ADMINISTRATION", "reports": true}""".formatted(code, code, code);
    }

    /** Registers an agency and returns its code. */
    static String registered() {
        return registered(body(newCode()));
    }

    static String registered(String body) {
        return register(body).then().statusCode(201).extract().path("code");
    }

    static Response register(String body) {
        return planner().contentType("application/json").body(body).post(AGENCIES);
    }

    static Response get(String code) {
        return anybody().get(AGENCIES + "/" + code);
    }

    static String etag(String code) {
        return get(code).header("ETag");
    }

    /** A planner's patch of what is there now. */
    static Response patch(String code, String patch) {
        return planner()
                .contentType(MERGE_PATCH)
                .header("If-Match", etag(code))
                .body(patch)
                .patch(AGENCIES + "/" + code);
    }
}
