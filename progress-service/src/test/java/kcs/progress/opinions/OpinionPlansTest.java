package kcs.progress.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import kcs.progress.LargeRound;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter of the list of opinions and of their history has an index that it uses, whoever asks. */
@QuarkusTest
class OpinionPlansTest extends ProgressTest {
    private static LargeRound round;

    @BeforeAll
    static void fill() {
        round = new LargeRound();
    }

    @AfterAll
    static void forget() {
        round.close();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(textBlock = """
            plan,    L-3,      opinion_plan
            meeting, L-3-M2,   opinion_meeting
            task,    L-3-4,    opinion_task
            agency,  A7,       opinion_
            status,  OPEN,     opinion_
            status,  ANSWERED, opinion_""")
    void aFilterHasItsIndex(String filter, String value, String index) {
        for (String[] caller : new String[][] {{"planner", ""}, {"committee", ""}, {"reporter", "A7"}}) {
            round.callAs(caller[0], caller[1]);

            String plan = round.plan(OpinionStore.COLUMNS, OpinionReading.OPINIONS, Map.of(filter, List.of(value)));

            assertThat(plan)
                    .as(caller[0])
                    .contains(index)
                    .doesNotContain("Seq Scan on opinion")
                    .doesNotContainPattern("Rows Removed by Join Filter: \\d{6,}");
        }
    }

    @Test
    void historyIsFoundByItsOpinion() {
        round.callAs("reporter", "A7");

        String plan = round.plan(
                OpinionReading.STEP,
                OpinionReading.HISTORY,
                Map.of("opinion", List.of("00000000-0000-0000-0000-000000000007")));

        assertThat(plan).contains("opinion_history_pkey").doesNotContain("Seq Scan on opinion");
    }
}
