package kcs.collaboration;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import kcs.chassis.testing.OpenApiContract;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;

/** A running service with the catalogue loaded, as it is after its first start. Every answer is held to the contract. */
@WithTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "database", value = "collaboration"),
        scope = io.quarkus.test.common.TestResourceScope.GLOBAL)
public abstract class CollaborationTest {
    protected static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static boolean loaded;

    @BeforeEach
    void loadTheCatalogue() {
        if (!loaded) {
            AgencyTopic.tellAllOfTheCatalogue();
            await("the catalogue").atMost(Duration.ofSeconds(60)).until(() -> listed("plan=KCS-2024") == 30);
            loaded = true;
        }
    }

    protected static int listed(String query) {
        return given().get("/api/v1/tasks?count=true&" + query).path("total");
    }

    protected static RequestSpecification anonymous() {
        return given().spec(new RequestSpecBuilder().build()).filter(CONTRACT);
    }

    protected static RequestSpecification as(String token) {
        return anonymous().auth().oauth2(token);
    }

    protected static RequestSpecification planner() {
        return as(Tokens.planner()).contentType("application/json");
    }

    protected static ExtractableResponse<Response> read(String code) {
        return as(Tokens.planner())
                .get("/api/v1/tasks/" + code)
                .then()
                .statusCode(200)
                .extract();
    }

    protected static String tagOf(String code) {
        return read(code).header("ETag");
    }

    /** A task of its own for a test, PROPOSED and public. */
    protected static String registered() {
        return register(Map.of("visibility", "PUBLIC"));
    }

    protected static String register(Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "plan", "KCS-2024",
                "title", Map.of("ko", "시험 과제 " + UUID.randomUUID()),
                "participations",
                        java.util.List.of(
                                Map.of("agency", "KCS", "role", "LEAD"), Map.of("agency", "DAPA", "role", "PARTNER"))));
        body.putAll(more);
        return planner()
                .body(body)
                .post("/api/v1/tasks")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    protected static ExtractableResponse<Response> move(String code, String to) {
        return planner()
                .header("If-Match", tagOf(code))
                .body(Map.of("to", to, "reason", "시험"))
                .post("/api/v1/tasks/" + code + "/status-transitions")
                .then()
                .extract();
    }
}
