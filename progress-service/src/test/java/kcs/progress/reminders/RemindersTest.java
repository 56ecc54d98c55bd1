package kcs.progress.reminders;

import static kcs.progress.Duties.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.testing.EventContract;
import kcs.progress.Duties;
import kcs.progress.OwnerSql;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job also runs by itself meanwhile: that, too, must make nothing twice. */
@QuarkusTest
class RemindersTest extends ProgressTest {
    @Inject
    Reminders reminders;

    @Inject
    CurrentCaller current;

    private final Duties duties = new Duties();

    private Void run() {
        return current.as(Caller.system("test"), () -> {
            reminders.run(TODAY);
            return null;
        });
    }

    private static List<String> madeOf(String checkpoint) {
        return OwnerSql.texts("SELECT stage || ' ' || days FROM reminder WHERE checkpoint = '%s' ORDER BY stage DESC"
                .formatted(checkpoint));
    }

    private static List<String> toldOf(String checkpoint) {
        return OwnerSql.texts(
                "SELECT type FROM outbox WHERE aggregate = 'checkpoint/%s' ORDER BY sequence".formatted(checkpoint));
    }

    @ParameterizedTest(name = "{0} days ahead")
    @CsvSource({
        "8,''",
        "7,BEFORE 7",
        "2,BEFORE 7",
        "1,BEFORE 1",
        "0,ON 0",
        "-1,OVERDUE 0+AFTER 1",
        "-6,OVERDUE 0+AFTER 1",
        "-7,OVERDUE 0+AFTER 7",
        "-20,OVERDUE 0+AFTER 14"
    })
    void makesTheNewestStageAloneAndOnce(int ahead, String stages) {
        String checkpoint = duties.open(TODAY.plusDays(ahead));

        run();
        run();

        List<String> expected = stages.isEmpty() ? List.of() : List.of(stages.split("\\+"));
        assertThat(madeOf(checkpoint)).isEqualTo(expected);
        assertThat(toldOf(checkpoint))
                .containsExactlyElementsOf(expected.stream()
                        .map(stage -> stage.startsWith("OVERDUE") ? "checkpoint.overdue" : "checkpoint.reminded")
                        .toList());
    }

    @Test
    void tellsWhatItRemindsOfAndWhereItStands() {
        String checkpoint = duties.open(TODAY.plusDays(7));

        run();

        JsonPath data = JsonPath.from(dataOf(checkpoint).get(0));
        assertThat(data.getMap("reminder"))
                .containsEntry("stage", "BEFORE")
                .containsEntry("days", 7)
                .containsEntry("on", TODAY.toString());
        assertThat(data.getMap("checkpoint"))
                .containsEntry("id", checkpoint)
                .containsEntry("status", "OPEN")
                .containsEntry("visibility", "PUBLIC")
                .containsEntry("participants", List.of(duties.agency(), "KCS"))
                .containsEntry("firstSubmittedAt", null);
    }

    @Test
    void tellsWhatTheContractSays() throws JsonProcessingException {
        String checkpoint = duties.open(TODAY.minusDays(1));

        run();

        EventContract contract = new EventContract();
        List<String> types = toldOf(checkpoint);
        List<String> data = dataOf(checkpoint);
        for (int i = 0; i < types.size(); i++) {
            contract.assertValid(types.get(i), new ObjectMapper().readTree(data.get(i)));
        }
        assertThat(types).hasSize(2);
    }

    private static List<String> dataOf(String checkpoint) {
        return OwnerSql.texts(
                "SELECT convert_from(data, 'UTF8') FROM outbox WHERE aggregate = 'checkpoint/%s' ORDER BY sequence"
                        .formatted(checkpoint));
    }

    @Test
    void leavesAloneWhatIsSettled() {
        String submitted = duties.open(TODAY.minusDays(40));
        Duties.submit(submitted, TODAY);
        String accepted = duties.open(TODAY.minusDays(41));
        Duties.submit(accepted, TODAY);
        Duties.set(accepted, "status = 'ACCEPTED', accepted_no = 1");
        String waived = duties.open(TODAY.minusDays(42));
        Duties.set(waived, "status = 'WAIVED'");

        run();

        assertThat(madeOf(submitted)).isEmpty();
        assertThat(madeOf(accepted)).isEmpty();
        assertThat(madeOf(waived)).isEmpty();
    }

    @Test
    void goesByTheDayOfTheReturnAndCallsNothingThatWasFiledOverdue() {
        String ahead = duties.open(TODAY.minusDays(5));
        Duties.giveBack(ahead, TODAY.plusDays(1));
        String late = duties.open(TODAY.minusDays(20));
        Duties.giveBack(late, TODAY.minusDays(1));

        run();

        assertThat(madeOf(ahead)).containsExactly("BEFORE 1");
        assertThat(madeOf(late)).containsExactly("AFTER 1");
    }

    @Test
    void endsWhenNothingCanBeFiledAnyMoreAndSaysOnceThatItIsOverdue() {
        String cycle = duties.cycle(TODAY.minusDays(9));
        OwnerSql.run("UPDATE cycle SET status = 'CLOSED' WHERE id = '%s'".formatted(cycle));
        String checkpoint = duties.open(duties.task("PUBLIC"), cycle);

        run();

        assertThat(madeOf(checkpoint)).containsExactly("OVERDUE 0");
    }

    @Test
    void beginsAnewWhenTheDueDayMoves() {
        String checkpoint = duties.open(TODAY.minusDays(9));
        run();
        Duties.set(checkpoint, "extended_due_on = '%s'".formatted(TODAY.minusDays(1)));

        run();

        assertThat(madeOf(checkpoint)).containsExactlyInAnyOrder("OVERDUE 0", "AFTER 7", "OVERDUE 0", "AFTER 1");
    }

    @Test
    void makesNoStageOfBeforeTheDutyBegan() {
        String checkpoint = duties.open(TODAY.plusDays(5));
        String afterwards = duties.open(TODAY.plusDays(1));
        Duties.set(afterwards, "changed_at = now()");
        OwnerSql.run("DELETE FROM reminder WHERE checkpoint IN ('%s', '%s')".formatted(checkpoint, afterwards));

        String opened = duties.open(TODAY.plusDays(40));
        Duties.set(opened, "due_on = '%s', changed_at = now()".formatted(TODAY.plusDays(5)));
        run();

        assertThat(madeOf(opened)).isEmpty();
        assertThat(madeOf(afterwards)).containsExactly("BEFORE 1");
    }

    @Test
    void isMadeOnceByManyAtOnce() throws Exception {
        List<String> checkpoints = IntStream.range(0, 20)
                .mapToObj(i -> duties.open(TODAY.plusDays(1)))
                .toList();
        ExecutorService runners = Executors.newFixedThreadPool(6);

        for (Future<Void> done : runners.invokeAll(java.util.Collections.nCopies(6, (Callable<Void>) this::run))) {
            done.get();
        }

        runners.shutdown();
        for (String checkpoint : checkpoints) {
            assertThat(toldOf(checkpoint)).containsExactly("checkpoint.reminded");
        }
    }
}
