package kcs.agency.agencies;

import static kcs.agency.agencies.Api.AGENCIES;
import static kcs.chassis.testing.OpenApiContract.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class PreconditionsTest {

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        String code = Api.registered();
        String seen = Api.etag(code);
        Api.patch(code, "{\"type\": \"MINISTRY\"}").then().statusCode(200);

        Response stale = patch(code, seen, "{\"type\": \"PRIVATE\"}");

        assertProblem(stale, 412, "stale");
        assertThat(stale.jsonPath().getLong("currentVersion")).isEqualTo(1);
        assertThat(Api.get(code).jsonPath().getString("type")).isEqualTo("MINISTRY");
    }

    @Test
    void wantsToKnowWhatTheCallerHasSeen() {
        String code = Api.registered();

        assertProblem(
                Api.planner().contentType(Api.MERGE_PATCH).body("{}").patch(AGENCIES + "/" + code),
                428,
                "precondition-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"0-00000000\"", "\"7\"", "0", "\"00\"", "\"0", "\"\""})
    void takesNoOtherTagForTheVersion(String ifMatch) {
        assertProblem(patch(Api.registered(), ifMatch, "{\"type\": \"PRIVATE\"}"), 412, "stale");
    }

    @Test
    void comparesTheVersionAlone() {
        String code = Api.registered();
        String tagOfThePublic = Api.etag(code);

        assertThat(patch(code, "\"9-aa\", " + tagOfThePublic, "{\"type\": \"PRIVATE\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void checksInTheOrderOfTheContract() {
        String code = Api.registered();

        assertProblem(patch("NOSUCH", null, "not JSON"), 404, "not-found");
        assertProblem(patch(code, null, "not JSON"), 400, "unreadable");
        assertProblem(patch(code, null, "{\"type\": null}"), 428, "precondition-required");
        assertProblem(patch(code, "\"7\"", "{\"type\": null}"), 412, "stale");
        assertProblem(patch(code, "*", "{\"type\": null}"), 422, "invalid");
    }

    @Test
    void answersNotModifiedToWhoHasItAlready() {
        String code = Api.registered();
        String etag = Api.etag(code);

        Response again = Api.anybody().header("If-None-Match", etag).get(AGENCIES + "/" + code);
        Response weak =
                Api.anybody().header("If-None-Match", "\"x\", W/" + etag).get(AGENCIES + "/" + code);
        Response other = Api.anybody().header("If-None-Match", "\"x\"").get(AGENCIES + "/" + code);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(weak.statusCode()).isEqualTo(304);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void registersOncePerKey() {
        String key = UUID.randomUUID().toString();
        String body = Api.body(Api.newCode());

        Response first = register(Tokens.planner(), key, body);
        Response again = register(Tokens.planner(), key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void takesAKeyForOneRequestOfOneClient() {
        String key = UUID.randomUUID().toString();
        register(Tokens.planner(), key, Api.body(Api.newCode())).then().statusCode(201);

        assertProblem(register(Tokens.planner(), key, Api.body(Api.newCode())), 422, "idempotency-key-reused");
        assertThat(register(Tokens.admin(), key, Api.body(Api.newCode())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsNoAnswerOfWhatFailed() {
        String key = UUID.randomUUID().toString();
        String taken = Api.registered();

        assertProblem(register(Tokens.planner(), key, Api.body(taken)), 409, "agency-exists");
        assertThat(register(Tokens.planner(), key, Api.body(Api.newCode())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void wantsAKeyOfMachines() {
        String body = Api.body(Api.newCode());

        Response refused = Api.with(Tokens.planningMachine())
                .contentType("application/json")
                .body(body)
                .post(AGENCIES);

        assertProblem(refused, 400, "idempotency-key-required");
        assertThat(register(Tokens.planningMachine(), "a-key", body).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatCanBeNoKey() {
        assertProblem(register(Tokens.planner(), "two words", Api.body(Api.newCode())), 400, "unreadable");
        assertProblem(register(Tokens.planner(), "k".repeat(201), Api.body(Api.newCode())), 400, "unreadable");
    }

    @Test
    void registersOnceWhenOneKeyComesManyTimesAtOnce() throws InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        String body = Api.body(Api.newCode());

        List<Response> answers = atOnce(8, () -> register(Tokens.planner(), key, body));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
    }

    @Test
    void letsOneOfManyChangesAtOnceThrough() throws InterruptedException, ExecutionException {
        String code = Api.registered();
        String seen = Api.etag(code);

        List<Response> answers = atOnce(8, () -> patch(code, seen, "{\"type\": \"MINISTRY\"}"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .contains(412);
        assertThat(Api.get(code).jsonPath().getLong("version")).isEqualTo(1);
    }

    @Test
    void registersACodeOnceWhenItComesManyTimesAtOnce() throws InterruptedException, ExecutionException {
        String body = Api.body(Api.newCode());

        List<Response> answers = atOnce(8, () -> Api.register(body));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .contains(409);
        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
    }

    private static List<Response> atOnce(int times, java.util.concurrent.Callable<Response> call)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Response register(String token, String key, String body) {
        return Api.with(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(AGENCIES);
    }

    private static Response patch(String code, String ifMatch, String patch) {
        io.restassured.specification.RequestSpecification request =
                Api.planner().contentType(Api.MERGE_PATCH).body(patch);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(AGENCIES + "/" + code);
    }
}
