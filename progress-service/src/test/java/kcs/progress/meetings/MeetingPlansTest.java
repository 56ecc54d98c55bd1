package kcs.progress.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import kcs.progress.LargeRound;
import kcs.progress.ProgressTest;
import org.junit.jupiter.api.Test;

/** The filter of the list of meetings has an index that it uses, whoever asks. */
@QuarkusTest
class MeetingPlansTest extends ProgressTest {

    @Test
    void meetingsAreFoundByTheirPlan() {
        try (LargeRound round = new LargeRound()) {
            round.preferIndexes();
            round.callAs("", "");

            String plan = round.plan(MeetingStore.COLUMNS, MeetingService.MEETINGS, Map.of("plan", List.of("L-3")));

            assertThat(plan).contains("meeting_plan").doesNotContain("Seq Scan");
        }
    }
}
