package kcs.chassis.outbox;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class EventsResourceTest {

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Test
    void answersTheHistoryOfOneAggregatePageByPage() {
        append("history", "one", "two", "three");

        service()
                .queryParam("aggregate", "note/history")
                .queryParam("limit", 2)
                .get("/internal/events")
                .then()
                .statusCode(200)
                .body("items.sequence", contains(1, 2))
                .body("items.data.text", contains("one", "two"))
                .body("items[0].aggregate", equalTo("note/history"))
                .body("items[0].type", equalTo("note.changed"))
                .body("items[0].epoch", equalTo(1))
                .body("next", equalTo("3"));
        service()
                .queryParam("aggregate", "note/history")
                .queryParam("from", 3)
                .get("/internal/events")
                .then()
                .body("items.data.text", contains("three"))
                .body("next", nullValue());
    }

    @Test
    void answersTheNewestEventOfEveryAggregate() {
        append("latest-1", "old", "new");
        append("latest-2", "only");

        service()
                .queryParam("latest", true)
                .queryParam("after", "note/latest")
                .queryParam("limit", 1)
                .get("/internal/events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].data.text", equalTo("new"))
                .body("next", equalTo("note/latest-1"));
        service()
                .queryParam("latest", true)
                .queryParam("after", "note/latest-1")
                .get("/internal/events")
                .then()
                .body("items.aggregate", hasItem("note/latest-2"))
                .body("items.aggregate", not(hasItem("note/latest-1")));
    }

    @Test
    void sendsAnAggregateAgain() throws Exception {
        append("again", "one", "two");
        await().atMost(Duration.ofSeconds(20)).until(() -> Events.waiting(dataSource, "note/again") == 0);

        service()
                .contentType("application/json")
                .body("{\"aggregate\":\"note/again\"}")
                .post("/internal/replays")
                .then()
                .statusCode(200)
                .body("events", equalTo(2));

        await().atMost(Duration.ofSeconds(20)).until(() -> Events.waiting(dataSource, "note/again") == 0);
    }

    @Test
    void sendsEverythingAgain() throws Exception {
        append("all-again", "one");
        await().atMost(Duration.ofSeconds(20)).until(() -> Events.waiting(dataSource, "note/all-again") == 0);

        service()
                .contentType("application/json")
                .body("{}")
                .post("/internal/replays")
                .then()
                .statusCode(200)
                .body("events", greaterThanOrEqualTo(1));
    }

    @Test
    void isForTheSuitesOwnServicesOnly() {
        for (String path : List.of("/internal/events?latest=true", "/internal/parked")) {
            given().get(path).then().statusCode(401);
            given().auth().oauth2(Tokens.planner()).get(path).then().statusCode(403);
            service().get(path).then().statusCode(200);
        }
        given().auth().oauth2(Tokens.admin()).post("/internal/replays").then().statusCode(403);
    }

    @Test
    void asksForWhatItNeeds() {
        service().get("/internal/events").then().statusCode(400);
        service().get("/internal/events?latest=true&limit=0").then().statusCode(400);
    }

    @Test
    void staysOutOfThePublicDocument() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", not(hasItem("/internal/events")))
                .body("paths.keySet()", not(hasItem("/internal/parked")));
    }

    private void append(String subject, String... texts) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(texts).stream()
                        .map(text -> Events.note(subject, text))
                        .toList()));
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(Tokens.service());
    }
}
