package kcs.progress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.chassis.testing.OpenApiContract;
import kcs.chassis.testing.StackResource;
import kcs.chassis.time.FollowsTheClock;
import kcs.chassis.time.Seoul;
import kcs.progress.health.Rounds;
import org.awaitility.Awaitility;

/** A running service beside owners that tell it things. Every answer is held to the contract. */
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "progress"))
@QuarkusTestResource(PeersResource.class)
public abstract class ProgressTest {
    protected static final OpenApiContract CONTRACT = new OpenApiContract();

    static {
        // What is awaited is mostly there within a few milliseconds: it is looked for at once, and often.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(25));
    }

    protected final Owners owners = Owners.get();
    protected final Stories stories = new Stories();
    protected final RoundStories round = new RoundStories();

    @Any
    @Inject
    Instance<FollowsTheClock> followers;

    @Inject
    Clock now;

    /** Not before the jobs of the day are done, which make what is missing: another test may just have put the clock back. */
    protected Rounds rounds() {
        LocalDate today = Seoul.today(now);
        await("the jobs of the day").until(() -> followers.stream().allMatch(it -> it.hasDone(today)));
        return new Rounds(today);
    }

    protected static RequestSpecification anonymous() {
        return given().filter(CONTRACT);
    }

    protected static RequestSpecification as(String token) {
        return token == null ? anonymous() : anonymous().auth().oauth2(token);
    }

    /** @param token whose, null for the public's */
    protected static JsonPath dashboard(String token) {
        return as(token)
                .get("/api/v1/dashboard")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected static JsonPath eventually(String token, Predicate<JsonPath> shown) {
        return await("the dashboard").atMost(Duration.ofSeconds(30)).until(() -> dashboard(token), shown);
    }

    protected static Map<String, Object> task(JsonPath dashboard, String code) {
        return dashboard.getMap("tasks.find { it.code == '" + code + "' }");
    }

    protected static Map<String, Object> plan(JsonPath dashboard, String code) {
        return dashboard.getMap("plans.find { it.code == '" + code + "' }");
    }

    /** A cycle of a plan; null where the dashboard does not show it. */
    protected static Map<String, Object> cycle(JsonPath dashboard, String id) {
        return dashboard.getMap("plans.cycles.flatten().find { it.id == '" + id + "' }");
    }

    protected static Map<String, Object> awaitTask(String token, String code, String status) {
        return task(eventually(token, shown -> shows(shown, code, status)), code);
    }

    protected static boolean shows(JsonPath dashboard, String code, String status) {
        Map<String, Object> task = task(dashboard, code);
        return task != null && status.equals(task.get("status"));
    }

    protected static List<Map<String, Object>> changesOf(JsonPath dashboard, String code) {
        return dashboard.getList("changes.findAll { it.code == '" + code + "' }");
    }
}
