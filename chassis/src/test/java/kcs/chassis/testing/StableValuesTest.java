package kcs.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StableValuesTest {
    private final StableValues stable = new StableValues(Instant.parse("2031-05-05T10:00:00Z"));

    @Test
    void givesTheSameIdentifierTheSameName() {
        String text = stable.in(
                "{\"id\":\"3f2a6c1e-7f0b-4c55-9a21-0d9f6c1b2a3d\",\"of\":\"47cf9873-0050-4c96-a14d-fbf3eb2ad111\","
                        + "\"path\":\"/x/3f2a6c1e-7f0b-4c55-9a21-0d9f6c1b2a3d\"}");

        assertThat(text)
                .isEqualTo(
                        "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"of\":\"00000000-0000-4000-8000-000000000002\","
                                + "\"path\":\"/x/00000000-0000-4000-8000-000000000001\"}");
    }

    @Test
    void keepsTheOrderOfMomentsAndTheDayThatATestSet() {
        String text = stable.in("[\"2031-05-05T09:59:59.5Z\",\"2031-05-05T09:59:58Z\",\"2024-09-24T03:00:01.891Z\","
                + "\"2024-09-24T03:00:01.891Z\",\"2024-09-24T03:00:02Z\"]");

        assertThat(text)
                .isEqualTo("[\"2024-10-15T01:00:01Z\",\"2024-10-15T01:00:00Z\",\"2024-09-24T03:00:00Z\","
                        + "\"2024-09-24T03:00:00Z\",\"2024-09-24T03:00:01Z\"]");
    }

    @Test
    void takesTodayForTheSettledDayAndLeavesOtherDays() {
        assertThat(stable.in("\"2031-05-05\" \"2031-12-31\"")).isEqualTo("\"2024-10-15\" \"2031-12-31\"");
    }

    @Test
    void settlesTagsCursorsPlansAndNames() {
        assertThat(stable.in("{\"If-Match\":\"\\\"3-64c572f7\\\"\"}"))
                .isEqualTo("{\"If-Match\":\"\\\"3-1a2b3c4d\\\"\"}");
        assertThat(stable.in("/x?limit=2&cursor=c4x68r444mmoz2pjERsUGlsi")).isEqualTo("/x?limit=2&cursor=bmV4dC1wYWdl");
        assertThat(stable.in("\"TEST-71-01.2024Q3.DAPA\" \"TEST-7\" \"TEST-71\""))
                .isEqualTo("\"KCS-2024-01.2024Q3.DAPA\" \"KCS-2025\" \"KCS-2024\"");
        assertThat(stable.in("\"KCS-2024\" \"T-C9FEE86D\"")).isEqualTo("\"KCS-2024\" \"KCS-2025\"");
        assertThat(stable.in("\"a\\nTEST-134-01 b\"")).isEqualTo("\"a\\nKCS-2024-01 b\"");
        assertThat(stable.in("\"시험 과제 3f2a6c1e-7f0b-4c55-9a21-0d9f6c1b2a3d\"")).isEqualTo("\"시험 과제\"");
    }
}
