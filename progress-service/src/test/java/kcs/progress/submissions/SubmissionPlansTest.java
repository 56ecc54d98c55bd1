package kcs.progress.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import kcs.progress.LargeRound;
import kcs.progress.ProgressTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of a checkpoint are found by its id, whoever asks. */
@QuarkusTest
class SubmissionPlansTest extends ProgressTest {

    @ParameterizedTest
    @CsvSource({"planner, ''", "committee, ''", "reporter, A7"})
    void submissionsAreFoundByTheirCheckpoint(String role, String agency) {
        try (LargeRound round = new LargeRound()) {
            round.callAs(role, agency);

            String plan = round.plan(
                    SubmissionStore.COLUMNS,
                    Submissions.OF_CHECKPOINT,
                    Map.of("checkpoint", List.of("L-3-4.2024-01.A7")));

            assertThat(plan).contains("submission_pkey", "checkpoint_pkey").doesNotContain("Seq Scan on submission");
        }
    }
}
