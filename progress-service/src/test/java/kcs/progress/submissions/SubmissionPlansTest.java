package kcs.progress.submissions;

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

/** The versions of a checkpoint are found by its id, whoever asks. */
@QuarkusTest
class SubmissionPlansTest extends ProgressTest {
    private static LargeRound round;

    @BeforeAll
    static void fill() {
        round = new LargeRound();
    }

    @AfterAll
    static void forget() {
        round.close();
    }

    @ParameterizedTest
    @CsvSource({"planner, ''", "committee, ''", "reporter, A7"})
    void submissionsAreFoundByTheirCheckpoint(String role, String agency) {
        round.callAs(role, agency);

        String plan = round.plan(
                SubmissionStore.COLUMNS, Submissions.OF_CHECKPOINT, Map.of("checkpoint", List.of("L-3-4.2024-01.A7")));

        assertThat(plan).contains("submission_pkey", "checkpoint_pkey").doesNotContain("Seq Scan on submission");
    }
}
