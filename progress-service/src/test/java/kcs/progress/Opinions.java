package kcs.progress;

import static kcs.progress.ProgressTest.as;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import kcs.chassis.testing.Tokens;

/** What tests do with opinions over HTTP. */
public final class Opinions {
    public static final String PATH = "/api/v1/opinions";

    private Opinions() {}

    /** @param task null for one on the whole */
    public static Map<String, Object> opinion(String plan, String task, String agency, String text) {
        Map<String, Object> opinion = new HashMap<>(Map.of("plan", plan, "addressedTo", agency, "text", text));
        opinion.put("task", task);
        return opinion;
    }

    /** Given by the committee; answers its id. */
    public static String given(String plan, String task, String agency, String text) {
        return as(Tokens.committee())
                .contentType("application/json")
                .body(opinion(plan, task, agency, text))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Moves one as it stands now. */
    public static ValidatableResponse move(String token, String id, String to, String reason) {
        String tag = as(Tokens.planner())
                .get(at(id))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        return as(token)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("to", to, "reason", reason))
                .post(at(id) + "/status-transitions")
                .then();
    }

    public static String at(String id) {
        return PATH + "/" + id;
    }
}
