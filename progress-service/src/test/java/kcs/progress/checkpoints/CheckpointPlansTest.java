package kcs.progress.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kcs.chassis.paging.ListSpec;
import kcs.progress.LargeRound;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter of the lists of checkpoints and of their history has an index that it uses. */
@QuarkusTest
class CheckpointPlansTest extends ProgressTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 12, 15);
    private static final ListSpec LIST = CheckpointLists.on(TODAY);

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
            cycle,      L-3-2024-01, checkpoint_cycle_task_agency_key
            plan,       L-3,         checkpoint_plan
            period,     2024-01,     checkpoint_period
            task,       L-3-4,       checkpoint_task
            agency,     A7,          checkpoint_agency
            role,       LEAD,        checkpoint_
            status,     ACCEPTED,    checkpoint_
            status,     OPEN,        checkpoint_
            status,     SUBMITTED,   checkpoint_waiting
            status,     RETURNED,    checkpoint_
            status,     WAIVED,      checkpoint_settled
            timeliness, ON_TIME,     checkpoint_filed
            timeliness, LATE,        checkpoint_filed
            timeliness, NOT_DUE,     checkpoint_unfiled
            timeliness, OVERDUE,     checkpoint_unfiled
            timeliness, MISSED,      checkpoint_unfiled""")
    void aFilterHasItsIndex(String filter, String value, String index) {
        round.callAs("planner", "");

        String plan = round.plan(CheckpointRows.COLUMNS, LIST, Map.of(filter, List.of(value)));

        assertThat(plan)
                .contains(index)
                .doesNotContain("Seq Scan on checkpoint")
                // as it does where the planner takes the rows' policies to let hardly any through
                .doesNotContainPattern("Rows Removed by Join Filter: \\d{6,}");
    }

    @ParameterizedTest
    @CsvSource({"planner, ''", "committee, ''", "auditor, ''", "reporter, A7"})
    void noCallerReadsTheWholeTableForAPage(String role, String agency) {
        round.callAs(role, agency);

        String all = round.plan(CheckpointRows.COLUMNS, LIST, Map.of());
        String cycle = round.plan(CheckpointRows.COLUMNS, LIST, Map.of("cycle", List.of("L-3-2024-01")));

        assertThat(all).doesNotContain("Seq Scan on checkpoint");
        assertThat(cycle).contains("checkpoint_cycle_task_agency_key").doesNotContain("Seq Scan on checkpoint");
    }

    @Test
    void historyIsFoundByItsCheckpoint() {
        round.callAs("planner", "");

        String plan =
                round.plan("version", CheckpointReading.HISTORY, Map.of("checkpoint", List.of("L-3-4.2024-01.A7")));

        assertThat(plan).contains("checkpoint_history_pkey").doesNotContain("Seq Scan");
    }
}
