package kcs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kcs.chassis.testing.Tokens;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table "Who may do what", row by row, for a checkpoint of DAPA. */
@QuarkusTest
class RightsTest extends RoundTest {
    /** In the order of the columns below. MOTIE is a co-partner, FSC has no part in the task. */
    private static final Map<String, String> CALLERS = callers();

    /** Where a column says nothing: that one does it in earnest. */
    private static final int DOES = 0;

    private String plan;
    private String cycle;
    private String task;
    private String dapa;

    private static Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put("public", null);
        callers.put("own", Tokens.reporter("DAPA"));
        callers.put("co-partner", Tokens.reporter("MOTIE"));
        callers.put("outsider", Tokens.reporter("FSC"));
        callers.put("committee", Tokens.committee());
        callers.put("planner", Tokens.planner());
        callers.put("auditor", Tokens.auditor());
        callers.put("admin", Tokens.admin());
        callers.put("nobody", Tokens.nobody());
        return callers;
    }

    private void openARound(String visibility) {
        plan = knownPlan();
        ObjectNode data = Stories.task(plan, 1, visibility);
        task = taskInProgress(data, "DAPA", "MOTIE");
        cycle = openCycle(plan);
        dapa = checkpoint(task, "DAPA");
    }

    private static void expect(String what, Function<String, Response> request, int... statuses) {
        check(what, token -> request.apply(token).statusCode(), statuses);
    }

    /** Items that a list shows; a status where it refuses. */
    private static void expectItems(String what, Function<String, Response> request, int... items) {
        check(
                what,
                token -> {
                    Response answer = request.apply(token);
                    return answer.statusCode() == 200
                            ? answer.jsonPath().getList("items").size()
                            : answer.statusCode();
                },
                items);
    }

    private static void check(String what, Function<String, Integer> request, int... expected) {
        SoftAssertions softly = new SoftAssertions();
        List<String> names = List.copyOf(CALLERS.keySet());
        for (int i = 0; i < names.size(); i++) {
            if (expected[i] != DOES) {
                softly.assertThat(request.apply(CALLERS.get(names.get(i))))
                        .as("%s by %s", what, names.get(i))
                        .isEqualTo(expected[i]);
            }
        }
        softly.assertAll();
    }

    private Function<String, Response> get(String path) {
        return token -> as(token).get(path(dapa) + path);
    }

    private Function<String, Response> post(String path, Object body) {
        return token -> writing(token).header("If-Match", "\"0\"").body(body).post(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "GOVERNMENT"})
    void whereItStandsIsForThoseWhoTakePartAndThoseWhoWatch(String visibility) {
        openARound(visibility);
        //                        public own part out comm plan audit admin nobody
        expect("one", get(""), 401, 200, 200, 404, 200, 200, 200, 404, 404);
        expectItems("history", get("/history"), 401, 0, 0, 404, 0, 0, 0, 404, 404);
        List<String> filters = List.of(
                "plan=" + plan,
                "cycle=" + cycle,
                "task=" + task,
                "agency=DAPA&plan=" + plan,
                "period=2024Q3&plan=" + plan,
                "role=PARTNER&plan=" + plan,
                "status=OPEN&plan=" + plan,
                "timeliness=NOT_DUE&plan=" + plan);
        for (String filter : filters) {
            String path = "/api/v1/checkpoints?count=true&" + filter;
            int all = as(Tokens.planner()).get(path).jsonPath().getInt("total");
            assertThat(all).isPositive();
            expectItems(filter, token -> as(token).get(path), 401, all, all, 0, all, all, all, 0, 0);
            check(
                    filter + " counted",
                    token -> as(token).get(path).jsonPath().getInt("total"),
                    DOES,
                    all,
                    all,
                    DOES,
                    all,
                    all,
                    all,
                    DOES,
                    DOES);
            for (String blind : List.of("outsider", "admin", "nobody")) {
                assertThat(as(CALLERS.get(blind)).get(path).jsonPath().getInt("total"))
                        .as("%s counted by %s", filter, blind)
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "GOVERNMENT"})
    void aDraftIsItsAgencysAlone(String visibility) {
        openARound(visibility);
        Function<String, Response> save =
                token -> writing(token).body(progress(10)).put(path(dapa) + "/draft");

        expect("draft saved", save, 401, 200, 403, 404, 403, 403, 403, 403, 403);
        expect("draft read", get("/draft"), 401, 200, 404, 404, 403, 404, 403, 403, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "GOVERNMENT"})
    void contentsAreForItsAgencyAndReviewersAndForOthersOnceAccepted(String visibility) {
        openARound(visibility);
        file(dapa, progress(10)).statusCode(201);
        expectItems("filed", get("/submissions"), 401, 1, 0, 404, 0, 1, 1, 404, 404);
        sendBack(dapa, "비밀 사유").statusCode(201);
        expectItems("returned", get("/history"), 401, 2, 0, 404, 0, 2, 2, 404, 404);
        List<String> told = CALLERS.entrySet().stream()
                .filter(caller -> get("").apply(caller.getValue()).asString().contains("비밀 사유"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(told).containsExactly("own", "planner", "auditor");

        file(dapa, progress(20)).statusCode(201);
        accept(dapa).statusCode(201);

        expectItems("accepted", get("/submissions"), 401, 2, 1, 404, 1, 2, 2, 404, 404);
        act(Tokens.reporter("DAPA"), dapa, "corrections", Map.of("reason", "착오", "submission", progress(15)))
                .statusCode(201);
        expectItems("corrected", get("/submissions"), 401, 3, 1, 404, 1, 3, 3, 404, 404);
        expect("count", get("/submissions?count=true"), 401, 200, 200, 404, 200, 200, 200, 404, 404);
        assertThat(get("/submissions?count=true")
                        .apply(Tokens.committee())
                        .jsonPath()
                        .getInt("total"))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "GOVERNMENT"})
    void onlyItsAgencyFilesAndOnlyPlannersReviewAndPlan(String visibility) {
        openARound(visibility);
        Map<String, Object> correction = Map.of("reason", "착오", "submission", progress(10));
        Map<String, Object> row = Map.of("task", task, "submission", progress(10));
        String bulk = "/api/v1/cycles/" + cycle + "/submissions?dryRun=true";

        expect("file", post(path(dapa) + "/submissions", progress(10)), 401, DOES, 403, 404, 403, 403, 403, 403, 403);
        expect("withdraw", post(path(dapa) + "/withdrawals", Map.of()), 401, 409, 403, 404, 403, 403, 403, 403, 403);
        expect("correct", post(path(dapa) + "/corrections", correction), 401, 409, 403, 404, 403, 403, 403, 403, 403);
        expect("review", review(), 401, 403, 403, 403, 403, 409, 403, 403, 403);
        expect("plan", post("/api/v1/cycles", cycle(plan, "2024Q3")), 401, 403, 403, 403, 403, 409, 403, 403, 403);
        expect("open", open(), 401, 403, 403, 403, 403, 412, 403, 403, 403);
        expect("bulk", post(bulk, Map.of("items", List.of(row))), 401, 200, 200, 422, 403, 403, 403, 403, 403);
        assertThat(OwnerSql.number("SELECT count(*) FROM submission WHERE task = '" + task + "'"))
                .isZero();
    }

    private Function<String, Response> review() {
        return post(path(dapa) + "/reviews", Map.of("decision", "ACCEPT"));
    }

    private Function<String, Response> open() {
        return post("/api/v1/cycles/" + cycle + "/status-transitions", Map.of("to", "OPEN", "reason", "시험"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "GOVERNMENT"})
    void anOpinionOnATaskIsReadByWhoMayReadTheTaskAndIsSignedIn(String visibility) {
        openARound(visibility);
        String id = Opinions.given(plan, task, "DAPA", "수치로 제시할 것");
        boolean open = visibility.equals("PUBLIC");
        int out = open ? 200 : 404;
        //                                        public own part out comm plan audit admin nobody
        expect("one", opinion(id, ""), 401, 200, 200, out, 200, 200, 200, 404, 404);
        expectItems("its steps", opinion(id, "/history"), 401, 1, 1, open ? 1 : 404, 1, 1, 1, 404, 404);
        for (String filter :
                List.of("plan=" + plan, "task=" + task, "agency=DAPA&plan=" + plan, "status=OPEN&plan=" + plan)) {
            expectItems(filter, opinions(filter), 401, 1, 1, open ? 1 : 0, 1, 1, 1, 0, 0);
            check(
                    filter + " counted",
                    token -> opinions(filter + "&count=true")
                            .apply(token)
                            .jsonPath()
                            .getInt("total"),
                    DOES,
                    1,
                    1,
                    open ? 1 : 0,
                    1,
                    1,
                    1,
                    DOES,
                    DOES);
        }
        assertThat(opinions("count=true").apply(Tokens.admin()).jsonPath().getInt("total"))
                .isZero();
    }

    @Test
    void anOpinionOnTheWholeIsReadByTheAgencyThatIsAddressedAndThoseWhoWatch() {
        openARound("PUBLIC");
        String id = Opinions.given(plan, null, "DAPA", "담당 부서를 정할 것");

        expect("one", opinion(id, ""), 401, 200, 404, 404, 200, 200, 200, 404, 404);
        expect("its steps", opinion(id, "/history"), 401, 200, 404, 404, 200, 200, 200, 404, 404);
        expectItems("list", opinions("plan=" + plan), 401, 1, 0, 0, 1, 1, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "GOVERNMENT"})
    void theCommitteeAdvisesTheAgencyAnswersAndEitherTheCommitteeOrAPlannerCloses(String visibility) {
        openARound(visibility);
        String id = Opinions.given(plan, task, "DAPA", "수치로 제시할 것");
        int out = visibility.equals("PUBLIC") ? 403 : 404;
        Map<String, Object> another = Opinions.opinion(plan, task, "NONESUCH", "x");

        expect("give", post(Opinions.PATH, another), 401, 403, 403, 403, 422, 403, 403, 403, 403);
        expect("answer", move(id, "ANSWERED"), 401, DOES, 403, out, 403, 403, 403, 403, 403);
        expect("ask again", move(id, "OPEN"), 401, 403, 403, out, 409, 403, 403, 403, 403);
        expect("close", move(id, "CLOSED"), 401, 403, 403, out, DOES, DOES, 403, 403, 403);
        assertThat(OwnerSql.number("SELECT version FROM opinion WHERE id = '" + id + "'"))
                .isZero();
        check(
                "answered",
                token -> move(id, "ANSWERED").apply(token).statusCode(),
                DOES,
                201,
                DOES,
                DOES,
                DOES,
                DOES,
                DOES,
                DOES,
                DOES);
        assertThat(Opinions.move(Tokens.committee(), id, "OPEN", "x").extract().statusCode())
                .isEqualTo(201);
        assertThat(Opinions.move(Tokens.planner(), id, "CLOSED", "x").extract().statusCode())
                .isEqualTo(201);
    }

    @Test
    void meetingsArePublicAndWrittenByPlanners() {
        openARound("PUBLIC");
        Map<String, Object> eighth = Map.of("plan", plan, "no", 8);

        expect("register", post("/api/v1/meetings", eighth), 401, 403, 403, 403, 403, 201, 403, 403, 403);
        String path = "/api/v1/meetings/" + plan + "-M8";
        expect("one", token -> as(token).get(path), 200, 200, 200, 200, 200, 200, 200, 200, 200);
        expectItems("list", token -> as(token).get("/api/v1/meetings?plan=" + plan), 1, 1, 1, 1, 1, 1, 1, 1, 1);
        expect("change", change(path), 401, 403, 403, 403, 403, 200, 403, 403, 403);
    }

    private Function<String, Response> change(String path) {
        return token -> as(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(Map.of("note", "x"))
                .patch(path);
    }

    private static Function<String, Response> opinion(String id, String path) {
        return token -> as(token).get(Opinions.at(id) + path);
    }

    private static Function<String, Response> opinions(String filter) {
        return token -> as(token).get(Opinions.PATH + "?" + filter);
    }

    private Function<String, Response> move(String opinion, String to) {
        return post(Opinions.at(opinion) + "/status-transitions", Map.of("to", to, "reason", "시험"));
    }

    @Test
    void whoeverLeftStillReadsWhatItFiled() {
        openARound("PUBLIC");
        file(dapa, progress(10)).statusCode(201);
        accept(dapa).statusCode(201);

        ObjectNode data = stories.newest("task/" + task);
        data.remove("transition");
        data.withObject("/task").put("version", 9);
        ((ObjectNode) data.at("/task/participations/1")).put("until", "2024-09-24");
        owners.tell("task.changed", data);
        awaitSql("SELECT count(*) FROM known_task WHERE code = '" + task + "' AND NOT participants @> '{DAPA}'", 1);

        expectItems("left", get("/submissions"), 401, 1, 1, 404, 1, 1, 1, 404, 404);
    }
}
