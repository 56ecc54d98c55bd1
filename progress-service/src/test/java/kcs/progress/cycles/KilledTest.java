package kcs.progress.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import kcs.chassis.testing.Tokens;
import kcs.progress.OwnerSql;
import kcs.progress.RoundTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is cut off in the middle has not happened; done again it happens once. */
@QuarkusTest
class KilledTest extends RoundTest {
    private String plan;
    private String task;

    @BeforeEach
    void tellTasks() {
        plan = knownPlan();
        task = taskInProgress(plan, 1, "DAPA");
        taskInProgress(plan, 2, "DAPA", "MOTIE");
        OwnerSql.run("""
                CREATE OR REPLACE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$""");
    }

    /** The session that adds such a row to a table is gone at once. */
    private static void dieAt(String table, String column, String like) {
        OwnerSql.run("CREATE TRIGGER die AFTER INSERT ON %s FOR EACH ROW WHEN (new.%s LIKE '%s') EXECUTE FUNCTION die()"
                .formatted(table, column, like));
    }

    @AfterEach
    void liveOn() {
        for (String table :
                new String[] {"checkpoint", "cycle_history", "checkpoint_history", "submission", "outbox"}) {
            OwnerSql.run("DROP TRIGGER IF EXISTS die ON " + table);
        }
    }

    private static long count(String table, String column, String like) {
        return OwnerSql.number("SELECT count(*) FROM " + table + " WHERE " + column + " LIKE '" + like + "'");
    }

    @ParameterizedTest(name = "at {0}")
    @CsvSource({
        "checkpoint, id, %-02.2024Q3.MOTIE",
        "cycle_history, to_status, OPEN",
        "outbox, subject, %-02.2024Q3.KCS"
    })
    void openingIsOneTransaction(String table, String column, String like) {
        String cycle = writing(Tokens.planner())
                .body(cycle(plan, "2024Q3"))
                .post("/api/v1/cycles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        dieAt(table, column, like.startsWith("%") ? plan + like : like);

        moveCycle(cycle, "OPEN").statusCode(503);

        as(Tokens.planner()).get("/api/v1/cycles/" + cycle).then().body("status", equalTo("PLANNED"));
        assertThat(count("checkpoint", "cycle", cycle)).isZero();
        assertThat(count("outbox", "aggregate", "checkpoint/" + plan + "-%")).isZero();
        assertThat(count("cycle_history", "cycle", cycle)).isOne();

        liveOn();
        moveCycle(cycle, "OPEN").statusCode(201);
        assertThat(count("checkpoint", "cycle", cycle)).isEqualTo(5);
        assertThat(count("outbox", "aggregate", "checkpoint/" + plan + "-%")).isEqualTo(5);
        assertThat(count("outbox", "aggregate", "cycle/" + cycle)).isEqualTo(2);
        assertThat(count("cycle_history", "cycle", cycle)).isEqualTo(2);
    }

    @ParameterizedTest(name = "at {0}")
    @CsvSource({"checkpoint_history, checkpoint", "submission, checkpoint", "outbox, subject"})
    void filingIsOneTransaction(String table, String column) {
        openCycle(plan);
        String dapa = checkpoint(task, "DAPA");
        writing(Tokens.reporter("DAPA"))
                .body(progress(45))
                .put(path(dapa) + "/draft")
                .then()
                .statusCode(200);
        dieAt(table, column, dapa);

        file(dapa, progress(40)).statusCode(503);

        assertThat(read(Tokens.planner(), dapa).<String>path("status")).isEqualTo("OPEN");
        assertThat(count("submission", "checkpoint", dapa)).isZero();
        assertThat(count("checkpoint_history", "checkpoint", dapa)).isZero();
        assertThat(count("outbox", "subject", dapa)).isOne();
        as(Tokens.reporter("DAPA")).get(path(dapa) + "/draft").then().statusCode(200);

        liveOn();
        file(dapa, progress(40)).statusCode(201).body("latestNo", equalTo(1));
        assertThat(count("submission", "checkpoint", dapa)).isOne();
        assertThat(count("checkpoint_history", "checkpoint", dapa)).isOne();
        assertThat(count("outbox", "subject", dapa)).isEqualTo(2);
        act(Tokens.planner(), dapa, "reviews", Map.of("decision", "ACCEPT")).statusCode(201);
    }
}
