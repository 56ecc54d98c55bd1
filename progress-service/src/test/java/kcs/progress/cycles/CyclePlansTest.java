package kcs.progress.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import kcs.progress.LargeRound;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter of the list of cycles has an index that it uses. */
@QuarkusTest
class CyclePlansTest extends ProgressTest {
    private static LargeRound round;

    @BeforeAll
    static void fill() {
        round = new LargeRound();
        round.preferIndexes();
    }

    @AfterAll
    static void forget() {
        round.close();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "plan, L-3, cycle_plan",
        "period, 2024-01, cycle_period",
        "status, OPEN, cycle_unfinished",
        "status, CLOSED, cycle_pkey"
    })
    void aFilterHasItsIndex(String filter, String value, String index) {
        round.callAs("", "");

        String plan = round.plan(CycleStore.COLUMNS, CycleService.CYCLES, Map.of(filter, List.of(value)));

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }
}
