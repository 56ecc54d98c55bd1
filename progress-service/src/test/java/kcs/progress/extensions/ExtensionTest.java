package kcs.progress.extensions;

import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.sql.Sql;
import kcs.chassis.sql.SqlFailedException;
import kcs.chassis.testing.EventContract;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More time: asked for, granted, refused; and who may do which. */
@QuarkusTest
class ExtensionTest extends RoundTest {
    private static final String EXTENSIONS = "/api/v1/extensions";
    private static final LocalDate WANTED = DUE.plusDays(14);

    @Inject
    Sql sql;

    @Inject
    CurrentCaller current;

    private String task;
    private String cycle;
    private String dapa;

    @BeforeEach
    void openARound() {
        String plan = knownPlan();
        task = taskInProgress(plan, 1, "DAPA", "CNCD");
        cycle = openCycle(plan);
        dapa = checkpoint(task, "DAPA");
    }

    private static Response ask(String token, String checkpoint, LocalDate until) {
        return writing(token)
                .body(Map.of("until", until.toString(), "reason", "원자료 확정이 늦어짐"))
                .post(path(checkpoint) + "/extensions");
    }

    private static String asked(String checkpoint, LocalDate until) {
        String agency = checkpoint.substring(checkpoint.lastIndexOf('.') + 1);
        return ask(Tokens.reporter(agency), checkpoint, until)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse decide(String token, String id, String decision, LocalDate until) {
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision, "reason", "검토함"));
        if (until != null) {
            body.put("until", until.toString());
        }
        return writing(token)
                .header("If-Match", tag(Tokens.planner(), EXTENSIONS + "/" + id))
                .body(body)
                .post(EXTENSIONS + "/" + id + "/decisions")
                .then();
    }

    private static List<String> told(String aggregate) {
        return OwnerSql.texts("SELECT type || ' ' || convert_from(data, 'UTF8') FROM outbox WHERE aggregate = '%s'"
                .formatted(aggregate));
    }

    @Test
    void movesTheDueDayWhenItIsGrantedAndLeavesTheCyclesAsItWas() throws JsonProcessingException {
        String id = asked(dapa, WANTED);

        decide(Tokens.planner(), id, "GRANT", null)
                .statusCode(201)
                .body("status", equalTo("GRANTED"))
                .body("grantedUntil", equalTo(WANTED.toString()))
                .body("decisionReason", equalTo("검토함"))
                .body("version", equalTo(1))
                .body("allowedTransitions", empty());

        assertThat(read(Tokens.reporter("DAPA"), dapa).body().jsonPath().getMap(""))
                .containsEntry("dueOn", WANTED.toString())
                .containsEntry("extendedDueOn", WANTED.toString())
                .containsEntry("cycleDueOn", DUE.toString())
                .containsEntry("timeliness", "NOT_DUE");
        assertThat(told("extension/" + id))
                .singleElement()
                .asString()
                .contains("extension.decided", "GRANTED")
                .doesNotContain("검토함", "원자료");
        for (String event : told("extension/" + id)) {
            new EventContract()
                    .assertValid("extension.decided", new ObjectMapper().readTree(event.substring(event.indexOf('{'))));
        }
        assertThat(told("checkpoint/" + dapa))
                .anyMatch(event ->
                        event.startsWith("checkpoint.changed") && event.contains("\"changed\":[\"extendedDueOn\"]"));
        as(Tokens.reporter("DAPA")).get(path(dapa) + "/history").then().body("items.action", contains("EXTENDED"));
    }

    @Test
    void letsWhatIsFiledByTheNewDayBeOnTimeAfterTheLock() {
        clock.set(LOCKS.plusDays(3));
        String id = asked(dapa, LOCKS.plusDays(10));
        decide(Tokens.planner(), id, "GRANT", LOCKS.plusDays(5))
                .statusCode(201)
                .body("grantedUntil", equalTo("2024-10-23"));

        file(dapa, progress(40)).statusCode(201).body("timeliness", equalTo("ON_TIME"));
    }

    @Test
    void leavesEverythingAsItWasWhenItIsRefused() {
        String id = asked(dapa, WANTED);

        decide(Tokens.planner(), id, "REFUSE", null)
                .statusCode(201)
                .body("status", equalTo("REFUSED"))
                .body("grantedUntil", nullValue());

        assertThat(read(Tokens.planner(), dapa).<String>path("extendedDueOn")).isNull();
        assertThat(told("extension/" + id)).singleElement().asString().contains("REFUSED", "\"until\":null");
        asked(dapa, WANTED);
    }

    @Test
    void isAskedForOnceAtATime() {
        String id = asked(dapa, WANTED);

        Response second = ask(Tokens.reporter("DAPA"), dapa, WANTED.plusDays(1));

        assertProblem(second, 409, "extension-pending");
        assertThat(second.<String>path("extension")).isEqualTo(id);
    }

    @Test
    void isAskedForOnceByManyAtOnce() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(6);
        Callable<Integer> asking =
                () -> ask(Tokens.reporter("DAPA"), dapa, WANTED).statusCode();
        int made = 0;

        for (Future<Integer> answer : askers.invokeAll(Collections.nCopies(6, asking))) {
            made += answer.get() == 201 ? 1 : 0;
        }

        askers.shutdown();
        assertThat(made).isEqualTo(1);
    }

    @Test
    void isDecidedOnce() {
        String id = asked(dapa, WANTED);
        decide(Tokens.planner(), id, "REFUSE", null).statusCode(201);

        Response again = decide(Tokens.planner(), id, "GRANT", null).extract().response();
        Response stale = writing(Tokens.planner())
                .header("If-Match", "\"0\"")
                .body(Map.of("decision", "GRANT", "reason", "검토함"))
                .post(EXTENSIONS + "/" + id + "/decisions");

        assertProblem(again, 409, "illegal-transition");
        assertThat(again.<List<String>>path("allowed")).isEmpty();
        assertProblem(stale, 412, "stale");
        assertProblem(
                writing(Tokens.planner()).body("{}").post(EXTENSIONS + "/" + id + "/decisions"),
                428,
                "precondition-required");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-20"})
    void givesMoreTimeThanThereIs(int days) {
        assertProblem(ask(Tokens.reporter("DAPA"), dapa, DUE.plusDays(days)), 422, "invalid");
        clock.set(LOCKS.plusDays(2));
        assertProblem(ask(Tokens.reporter("DAPA"), dapa, LOCKS.plusDays(2)), 422, "invalid");
        String id = asked(dapa, LOCKS.plusDays(3));

        clock.set(LOCKS.plusDays(9));

        decide(Tokens.planner(), id, "GRANT", null).statusCode(422).body("errors[0].code", equalTo("not-after"));
        decide(Tokens.planner(), id, "GRANT", DUE.minusDays(1)).statusCode(422);
        decide(Tokens.planner(), id, "REFUSE", LOCKS.plusDays(20))
                .statusCode(422)
                .body("errors[0].code", equalTo("only-with-grant"));
        decide(Tokens.planner(), id, "GRANT", LOCKS.plusDays(9)).statusCode(201);
    }

    @Test
    void isForWhatIsStillToBeFiled() {
        String id = asked(dapa, WANTED);
        file(dapa, progress(40)).statusCode(201);

        assertProblem(ask(Tokens.reporter("DAPA"), dapa, WANTED), 409, "extension-pending");
        assertProblem(decide(Tokens.planner(), id, "GRANT", null).extract().response(), 409, "nothing-to-extend");
        decide(Tokens.planner(), id, "REFUSE", null).statusCode(201);
        assertProblem(ask(Tokens.reporter("DAPA"), dapa, WANTED), 409, "nothing-to-extend");
        accept(dapa).statusCode(201);
        assertProblem(ask(Tokens.reporter("DAPA"), dapa, WANTED), 409, "nothing-to-extend");
    }

    @Test
    void givesWhatWasReturnedMoreTime() {
        file(dapa, progress(40)).statusCode(201);
        sendBack(dapa, "수치가 없음").statusCode(201).body("returnedDueOn", equalTo("2024-10-02"));
        String id = asked(dapa, DUE.plusDays(2));

        decide(Tokens.planner(), id, "GRANT", null).statusCode(201);

        assertThat(read(Tokens.planner(), dapa).<String>path("returnedDueOn"))
                .isEqualTo(DUE.plusDays(2).toString());
    }

    @Test
    void isAskedForByAPlannerWhereTheAgencyHasNoReportersAndDecidedByAnother() {
        String abroad = checkpoint(task, "CNCD");
        assertProblem(ask(Tokens.planner(), dapa, WANTED), 403, "forbidden");
        String id = ask(Tokens.planner(), abroad, WANTED)
                .then()
                .statusCode(201)
                .body("askedByAgency", nullValue())
                .body("allowedTransitions", empty())
                .extract()
                .path("id");

        assertProblem(decide(Tokens.planner(), id, "GRANT", null).extract().response(), 403, "own-request");
        decide(Tokens.planner("planner-2"), id, "GRANT", null).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "DAPA,200,1,201",
        "MOTIE,404,0,404",
        "KCS,404,0,403",
        "committee,404,0,403",
        "auditor,200,1,403",
        "admin,404,0,403",
        "nobody,404,0,403",
        "public,401,-1,401"
    })
    void isSeenByItsAgencyPlannersAndAuditors(String who, int seen, int listed, int asks) {
        String id = asked(dapa, WANTED);
        decide(Tokens.planner(), id, "REFUSE", null);
        String token = token(who);

        as(token).get(EXTENSIONS + "/" + id).then().statusCode(seen);
        Response list = as(token).get(EXTENSIONS + "?count=true&task=" + task);
        int asking = writing(token)
                .body(Map.of("until", WANTED.toString(), "reason", "시험"))
                .post(path(dapa) + "/extensions")
                .statusCode();
        int decides = writing(token)
                .header("If-Match", "*")
                .body("{}")
                .post(EXTENSIONS + "/" + id + "/decisions")
                .statusCode();

        assertThat(list.statusCode()).isEqualTo(listed < 0 ? 401 : 200);
        assertThat(listed < 0 || list.<Integer>path("total") == listed).isTrue();
        assertThat(asking).isEqualTo(asks);
        assertThat(decides).isEqualTo(who.equals("public") ? 401 : 403);
    }

    private static String token(String who) {
        return switch (who) {
            case "public" -> null;
            case "committee" -> Tokens.committee();
            case "auditor" -> Tokens.auditor();
            case "admin" -> Tokens.admin();
            case "nobody" -> Tokens.nobody();
            default -> Tokens.reporter(who);
        };
    }

    @Test
    void tellsWhoAskedToPlannersAndAuditorsAlone() {
        String id = asked(dapa, WANTED);

        as(Tokens.reporter("DAPA"))
                .get(EXTENSIONS + "/" + id)
                .then()
                .body("askedBy", nullValue())
                .body("askedByAgency", equalTo("DAPA"))
                .body("allowedTransitions", empty());
        as(Tokens.planner())
                .get(EXTENSIONS + "/" + id)
                .then()
                .body("askedBy", equalTo("reporter-dapa"))
                .body("allowedTransitions", contains("GRANTED", "REFUSED"));
    }

    @Test
    void isListedByWhatIsAsked() {
        String id = asked(dapa, WANTED);
        String kcs = asked(checkpoint(task, "KCS"), WANTED);
        decide(Tokens.planner(), kcs, "REFUSE", null).statusCode(201);

        for (String filter :
                List.of("status=ASKED&cycle=" + cycle, "task=" + task + "&agency=DAPA", "checkpoint=" + dapa)) {
            as(Tokens.planner())
                    .get(EXTENSIONS + "?" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        as(Tokens.planner())
                .get(EXTENSIONS + "?sort=-askedAt&cycle=" + cycle)
                .then()
                .body("items.id", contains(kcs, id));
        as(Tokens.planner()).get(EXTENSIONS + "?status=LOST").then().statusCode(400);
    }

    @Test
    void isAskedForOnceByOneKey() {
        String key = "key-" + dapa;
        Map<String, Object> body = Map.of("until", WANTED.toString(), "reason", "시험");

        Response first = writing(Tokens.machine("DAPA"))
                .header("Idempotency-Key", key)
                .body(body)
                .post(path(dapa) + "/extensions");
        Response second = writing(Tokens.machine("DAPA"))
                .header("Idempotency-Key", key)
                .body(body)
                .post(path(dapa) + "/extensions");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(EXTENSIONS + "/" + first.path("id"));
    }

    @Test
    void needsAReason() {
        assertProblem(
                writing(Tokens.reporter("DAPA"))
                        .body(Map.of("until", WANTED.toString(), "reason", " "))
                        .post(path(dapa) + "/extensions"),
                422,
                "invalid");
        String id = asked(dapa, WANTED);
        assertProblem(
                writing(Tokens.planner())
                        .header("If-Match", "\"0\"")
                        .body(Map.of("decision", "GRANT", "reason", ""))
                        .post(EXTENSIONS + "/" + id + "/decisions"),
                422,
                "invalid");
    }

    /** With the API's own rules out of the way the rows refuse. */
    @Test
    void isKeptFromOthersByTheDatabaseToo() {
        String id = asked(dapa, WANTED);
        Caller other = new Caller("reporter-kcs", Set.of(Role.REPORTER), "KCS", false);
        Caller own = new Caller("reporter-dapa", Set.of(Role.REPORTER), "DAPA", false);

        assertThat(seenBy(other, id)).isZero();
        assertThat(seenBy(Caller.ANONYMOUS, id)).isZero();
        assertThat(seenBy(own, id)).isEqualTo(1);
        assertThat(changedBy(own, "UPDATE extension SET status = 'REFUSED', decided_at = now() WHERE checkpoint = ?"))
                .isZero();
        assertThatThrownBy(() -> changedBy(other, """
                        INSERT INTO extension (id, checkpoint, cycle, task, agency, status, wanted_until, reason, asked_at,
                            asked_by, version)
                        SELECT gen_random_uuid(), id, cycle, task, agency, 'ASKED', '2024-12-01', '시험', now(), 'x', 0
                        FROM checkpoint WHERE id = ?"""))
                .isInstanceOf(SqlFailedException.class)
                .hasMessageContaining("row-level security");
    }

    private long seenBy(Caller caller, String id) {
        return current.as(
                caller,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.one(
                                        "SELECT count(*) FROM extension WHERE id = ?::uuid", row -> row.getLong(1), id)
                                .orElseThrow()));
    }

    private int changedBy(Caller caller, String statement) {
        return current.as(caller, () -> QuarkusTransaction.requiringNew().call(() -> sql.change(statement, dapa)));
    }
}
