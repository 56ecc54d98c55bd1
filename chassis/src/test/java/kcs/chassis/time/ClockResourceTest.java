package kcs.chassis.time;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class ClockResourceTest {
    private static final String CLOCK = "/internal/clock";
    private static final String LATER = "{\"now\":\"2999-01-01T00:00:00Z\"}";

    @Inject
    Clock clock;

    @Test
    void isNotThereUnlessThisIsADemonstration() {
        given().auth().oauth2(Tokens.service()).get(CLOCK).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(LATER)
                .post(CLOCK)
                .then()
                .statusCode(404);
        assertThat(clock).isEqualTo(Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)));
    }

    @Test
    void isForTheSuitesOwnServicesOnly() {
        given().get(CLOCK).then().statusCode(401);
        given().auth().oauth2(Tokens.planner()).get(CLOCK).then().statusCode(403);
    }
}
