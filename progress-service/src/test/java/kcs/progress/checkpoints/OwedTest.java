package kcs.progress.checkpoints;

import static kcs.progress.Duties.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.progress.Duties;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is owed, and until when it is taken: the tables' functions say what the checkpoint says. */
@QuarkusTest
class OwedTest extends ProgressTest {
    private static final int[] DAYS = {-40, -1, 0, 1};

    @Inject
    CheckpointReading reading;

    @Inject
    CurrentCaller current;

    private static Duties duties;

    @BeforeAll
    static void oneAgencyForAll() {
        duties = new Duties();
    }

    static Stream<Arguments> standings() {
        return Stream.of(true, false)
                .flatMap(closed -> Stream.of("OPEN", "RETURNED", "SUBMITTED", "ACCEPTED", "WAIVED")
                        .flatMap(status -> java.util.Arrays.stream(DAYS)
                                .boxed()
                                .flatMap(due -> java.util.Arrays.stream(DAYS)
                                        .mapToObj(later -> Arguments.of(status, closed, due, later)))));
    }

    @ParameterizedTest(name = "{0}, cycle closed {1}, due {2}, extended and returned to {3}")
    @MethodSource("standings")
    void theTablesSayWhatTheCheckpointSays(String status, boolean closed, int due, int later) {
        String cycle = duties.cycle(TODAY.plusDays(due));
        String id = duties.open(duties.task("PUBLIC"), cycle);
        Duties.giveBack(id, TODAY.plusDays(later));
        Duties.set(
                id,
                "status = '%s', accepted_no = 1, extended_due_on = '%s'"
                        .formatted(status, TODAY.plusDays(later).toString()));
        OwnerSql.run("UPDATE cycle SET status = '%s' WHERE id = '%s'".formatted(closed ? "CLOSED" : "OPEN", cycle));

        Checkpoint checkpoint = current.as(Caller.system("test"), () -> reading.get(id));

        boolean owed = status.equals("OPEN") || status.equals("RETURNED");
        String taken = OwnerSql.texts(
                        "SELECT can_be_filed(c, y.status = 'CLOSED', '%s') FROM checkpoint c JOIN cycle y ON y.id = c.cycle WHERE c.id = '%s'"
                                .formatted(TODAY, id))
                .get(0);
        assertThat(taken.equals("t")).isEqualTo(owed && checkpoint.isTakenOn(TODAY));
        if (status.equals("OPEN")) {
            assertThat(OwnerSql.texts("SELECT owed_on(c) FROM checkpoint c WHERE id = '%s'".formatted(id)))
                    .containsExactly(checkpoint.effectiveDueOn().toString());
        }
    }
}
