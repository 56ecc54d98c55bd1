package kcs.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest extends ProgressTest {

    @Test
    void isReadyWhenItsDatabaseIsWhateverBecomesOfTheBroker() {
        Response ready = given().get("/q/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.jsonPath().<List<String>>get("checks.name"))
                .anyMatch(name -> name.contains("Database"))
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("kafka"));
    }

    @Test
    void countsWhoFollowsAndWhatTheInboxHolds() {
        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics).contains("kcs_sse_clients", "kcs_inbox_lag", "kcs_inbox_parked", "kcs_outbox_waiting");
    }
}
