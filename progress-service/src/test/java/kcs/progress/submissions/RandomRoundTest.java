package kcs.progress.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kcs.chassis.testing.Tokens;
import kcs.chassis.time.Seoul;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import kcs.progress.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever two reporters and two planners try with a checkpoint: it is answered, kept whole, and told. */
@QuarkusTest
class RandomRoundTest extends RoundTest {
    private static final int SEQUENCES = 25;
    private static final int ACTS = 12;

    private static final List<String> PEOPLE = List.of(
            Tokens.reporter("DAPA"),
            Tokens.reporter("MOTIE"),
            Tokens.planner("planner-1"),
            Tokens.planner("planner-2"));

    private static final List<String> ACTIONS =
            List.of("submissions", "submissions", "withdrawals", "corrections", "ACCEPT", "RETURN", "RETURN", "draft");

    private final List<String> tasks = new ArrayList<>();

    @BeforeEach
    void openARound() {
        String plan = knownPlan();
        for (int no = 1; no <= SEQUENCES; no++) {
            var data = Stories.task(plan, no, "PUBLIC");
            Stories.addPartner(data, "DAPA");
            Stories.addPartner(data, "MOTIE");
            tasks.add(stories.registered(data));
            stories.move(tasks.get(no - 1), "IN_PROGRESS");
        }
        awaitSql("SELECT count(*) FROM known_task WHERE plan = '" + plan + "' AND status = 'IN_PROGRESS'", SEQUENCES);
        openCycle(plan);
    }

    @Test
    void everySequenceOfActsIsAnsweredKeptWholeAndTold() {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            String dapa = checkpoint(tasks.get(seed), "DAPA");
            List<String> acts = play(new Random(seed), dapa, OPENS.plusDays(seed));
            checkWhatIsKept(dapa, "seed " + seed + ": " + acts);
        }
    }

    /** @return what was tried and what came of it */
    private List<String> play(Random random, String dapa, LocalDate begin) {
        List<String> acts = new ArrayList<>();
        Instant now = begin.atTime(LocalTime.NOON).atZone(Seoul.ZONE).toInstant();
        for (int i = 0; i < ACTS; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(20)));
            clock.set(now);
            int person = random.nextInt(PEOPLE.size());
            String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            boolean stale = random.nextInt(10) == 0;
            int status = attempt(PEOPLE.get(person), dapa, action, stale ? "\"77\"" : null, random.nextInt(120));
            acts.add(person + " " + action + (stale ? " stale" : "") + " " + status);
            assertThat(status).as("%s", acts).isIn(200, 201, 403, 404, 409, 412, 422, 428);
        }
        return acts;
    }

    private static int attempt(String who, String dapa, String action, String tag, int percent) {
        String seen = tag == null ? tag(who, path(dapa)) : tag;
        return switch (action) {
            case "submissions" -> send(who, dapa, seen, action, progress(percent));
            case "withdrawals" -> send(who, dapa, seen, action, Map.of("reason", "착오"));
            case "corrections" ->
                send(who, dapa, seen, action, Map.of("reason", "집계 착오", "submission", progress(percent)));
            case "draft" ->
                writing(who).body(progress(percent)).put(path(dapa) + "/draft").statusCode();
            default -> send(who, dapa, seen, "reviews", Map.of("decision", action, "reason", "검토 의견"));
        };
    }

    private static int send(String who, String dapa, String tag, String act, Object body) {
        return writing(who)
                .header("If-Match", tag)
                .body(body)
                .post(path(dapa) + "/" + act)
                .statusCode();
    }

    private static void checkWhatIsKept(String dapa, String acts) {
        JsonPath shown = read(Tokens.planner(), dapa).jsonPath();
        String ofDapa = " WHERE checkpoint = '" + dapa + "'";
        assertThat(OwnerSql.number("SELECT count(*) FROM checkpoint_history" + ofDapa))
                .as(acts)
                .isEqualTo(shown.getLong("version"));
        assertThat(OwnerSql.number("SELECT coalesce(max(version), 0) FROM checkpoint_history" + ofDapa))
                .as(acts)
                .isEqualTo(shown.getLong("version"));
        long latest = shown.get("latestNo") == null ? 0 : shown.getLong("latestNo");
        assertThat(OwnerSql.number("SELECT count(*) FROM submission" + ofDapa + " AND no <= " + latest))
                .as(acts)
                .isEqualTo(latest);
        assertThat(OwnerSql.number("SELECT count(*) FROM submission" + ofDapa))
                .as(acts)
                .isEqualTo(latest);
        checkWhatIsTold(dapa, shown, acts);
    }

    private static void checkWhatIsTold(String dapa, JsonPath shown, String acts) {
        String told = " FROM outbox WHERE aggregate = 'checkpoint/" + dapa + "'";
        assertThat(OwnerSql.number("SELECT max(sequence) - count(*) + min(sequence) - 1" + told))
                .as(acts)
                .isZero();
        assertThat(OwnerSql.number("SELECT count(*) " + told)).as(acts).isGreaterThan(shown.getLong("version"));
        String newest = "SELECT count(*) FROM (SELECT convert_from(data, 'UTF8')::jsonb -> 'checkpoint' AS c" + told
                + " ORDER BY sequence DESC LIMIT 1) newest WHERE c ->> 'status' = '" + shown.getString("status")
                + "' AND (c ->> 'version')::int = " + shown.getLong("version");
        assertThat(OwnerSql.number(newest)).as(acts).isOne();
    }
}
