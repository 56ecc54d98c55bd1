package kcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import kcs.progress.reports.SameFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report on the year that deploy/demo plays. */
@ExtendWith(Demonstration.class)
class DemonstrationIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Suite suite;
    private static String planner;

    @BeforeAll
    static void play() {
        suite = Demonstration.suite();
        planner = suite.token("planner");
    }

    @Test
    void thePortfolioOfTheYearSaysTheSameInAllFormats() throws IOException {
        JsonNode portfolio = JSON.readTree(portfolio("json", null));
        String asOf = portfolio.at("/head/asOf").textValue();
        byte[] csv = portfolio("csv", asOf);

        SameFigures.ofPortfolio(portfolio, csv);
        SameFigures.inAll(csv, portfolio("xlsx", asOf), portfolio("hwpx", asOf), portfolio("pdf", asOf));
    }

    private static byte[] portfolio(String format, String asOf) {
        return suite.file(
                "/api/v1/reports/portfolio?plan=KCS-2024&format=" + format + (asOf == null ? "" : "&asOf=" + asOf),
                planner);
    }

    @Test
    void itSaysWhatChangedSinceTheLastMeetingAndWhatBecameOfOpinions() throws IOException {
        JsonNode portfolio = JSON.readTree(portfolio("json", null));

        assertThat(portfolio.at("/head/demonstration").asBoolean()).isTrue();
        assertThat(portfolio.at("/changes/of").asText()).isEqualTo("KCS-2024-M10");
        assertThat(portfolio.at("/changes/tasks")).isNotEmpty();
        assertThat(portfolio.get("opinions").findValuesAsText("status")).contains("OPEN", "ANSWERED", "CLOSED");
    }

    @Test
    void theReportsOfAllMeetingsArePublishedAndHold() {
        JsonNode snapshots =
                suite.json("/api/v1/snapshots?plan=KCS-2024&sort=no", null).get("items");

        assertThat(snapshots.findValuesAsText("meeting"))
                .containsExactly("KCS-2024-M8", "KCS-2024-M9", "KCS-2024-M10", "KCS-2024-M11");
        for (JsonNode snapshot : snapshots) {
            String path = "/api/v1/snapshots/" + snapshot.get("id").asText() + "/verification";
            assertThat(suite.json(path, planner).get("verified").asBoolean()).isTrue();
        }
    }
}
