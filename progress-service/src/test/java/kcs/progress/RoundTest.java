package kcs.progress;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A reporting round on a plan of its own, in October 2024, opened a day early by a planner: KCS leads, DAPA and MOTIE take part and report for themselves,
 * a customs authority abroad (CNCD) takes part and has no reporters.
 */
public abstract class RoundTest extends ProgressTest {
    protected static final LocalDate OPENS = LocalDate.of(2024, 9, 25);
    protected static final LocalDate DUE = LocalDate.of(2024, 10, 7);
    protected static final LocalDate LOCKS = LocalDate.of(2024, 10, 18);
    private static boolean agenciesTold;

    @Inject
    protected TestClock clock;

    @BeforeEach
    void tellAgencies() {
        clock.set(LocalDate.of(2024, 9, 24));
        if (!agenciesTold) {
            for (String code : new String[] {"KCS", "DAPA", "MOTIE"}) {
                owners.tell("agency.registered", Stories.agency(code, "기관 " + code));
            }
            ObjectNode abroad = Stories.agency("CNCD", "중국 해관");
            abroad.withObject("/agency").put("reports", false);
            owners.tell("agency.registered", abroad);
            awaitSql("SELECT count(*) FROM known_agency WHERE code IN ('KCS','DAPA','MOTIE','CNCD')", 4);
            agenciesTold = true;
        }
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    protected static void awaitSql(String query, long expected) {
        await(query)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> OwnerSql.number(query) == expected);
    }

    /** Until all that this service told of a plan stands among what was told. */
    protected static void awaitTold(String plan) {
        awaitSql(
                "SELECT count(*) FROM outbox o WHERE o.subject LIKE '" + plan + "-%' AND NOT EXISTS"
                        + " (SELECT FROM told t WHERE t.event_id = o.event_id)",
                0);
    }

    /** Until no transaction is open that has read what was told: well before anybody who waits would be sent away. */
    protected static void awaitNobodyReads() {
        String reading = "SELECT count(*) FROM pg_locks WHERE relation = 'told'::regclass AND mode = 'AccessShareLock'";
        await("the end of reading").atMost(Duration.ofSeconds(5)).until(() -> OwnerSql.number(reading) == 0);
    }

    /** A plan that the round knows. */
    protected String knownPlan() {
        String plan = stories.plan();
        awaitSql("SELECT count(*) FROM known_plan WHERE code = '" + plan + "'", 1);
        return plan;
    }

    /** A task in progress with KCS in the lead and these partners, known to the round. */
    protected String taskInProgress(String plan, int no, String... partners) {
        return taskInProgress(Stories.task(plan, no, "PUBLIC"), partners);
    }

    protected String taskInProgress(ObjectNode data, String... partners) {
        for (String partner : partners) {
            Stories.addPartner(data, partner);
        }
        String task = stories.registered(data);
        stories.move(task, "IN_PROGRESS");
        awaitSql("SELECT count(*) FROM known_task WHERE code = '" + task + "' AND status = 'IN_PROGRESS'", 1);
        return task;
    }

    protected static RequestSpecification writing(String token) {
        return as(token).contentType("application/json");
    }

    protected static Map<String, Object> cycle(String plan, String period) {
        return new HashMap<>(Map.of(
                "plan",
                plan,
                "period",
                period,
                "opensOn",
                OPENS.toString(),
                "nominalDueOn",
                "2024-10-05",
                "locksOn",
                LOCKS.toString(),
                "guidance",
                "실적은 수치로 적습니다"));
    }

    /** Plans and opens the cycle 2024Q3 of a plan; answers its id. */
    protected static String openCycle(String plan) {
        String id = writing(Tokens.planner())
                .body(cycle(plan, "2024Q3"))
                .post("/api/v1/cycles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        moveCycle(id, "OPEN").statusCode(201);
        return id;
    }

    protected static ValidatableResponse moveCycle(String id, String to) {
        return writing(Tokens.planner())
                .header("If-Match", tag(Tokens.planner(), "/api/v1/cycles/" + id))
                .body(Map.of("to", to, "reason", "시험"))
                .post("/api/v1/cycles/" + id + "/status-transitions")
                .then();
    }

    protected static String tag(String token, String path) {
        return as(token).get(path).then().statusCode(200).extract().header("ETag");
    }

    protected static String checkpoint(String task, String agency) {
        return task + ".2024Q3." + agency;
    }

    protected static String path(String checkpoint) {
        return "/api/v1/checkpoints/" + checkpoint;
    }

    protected static ExtractableResponse<Response> read(String token, String checkpoint) {
        return as(token).get(path(checkpoint)).then().statusCode(200).extract();
    }

    protected static Map<String, Object> progress(int percent) {
        return new HashMap<>(Map.of(
                "kind", "PROGRESS",
                "percentComplete", percent,
                "declaredHealth", "ON_TRACK",
                "achievements", "연계 시험을 마침"));
    }

    /** Acts on a checkpoint as it stands: files, withdraws, reviews. */
    protected static ValidatableResponse act(String token, String checkpoint, String act, Object body) {
        return writing(token)
                .header("If-Match", tag(token, path(checkpoint)))
                .body(body)
                .post(path(checkpoint) + "/" + act)
                .then();
    }

    protected static ValidatableResponse file(String checkpoint, Object content) {
        String agency = checkpoint.substring(checkpoint.lastIndexOf('.') + 1);
        return act(Tokens.reporter(agency), checkpoint, "submissions", content);
    }

    protected static ValidatableResponse accept(String checkpoint) {
        return act(Tokens.planner(), checkpoint, "reviews", Map.of("decision", "ACCEPT"));
    }

    protected static ValidatableResponse sendBack(String checkpoint, String reason) {
        return act(Tokens.planner(), checkpoint, "reviews", Map.of("decision", "RETURN", "reason", reason));
    }
}
