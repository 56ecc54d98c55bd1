package kcs.collaboration.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.testing.Tokens;
import kcs.collaboration.CollaborationTest;
import kcs.collaboration.content.Catalogue;
import kcs.collaboration.plans.PlanCatalogue;
import kcs.collaboration.tasks.TaskCatalogue;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueLoaderTest extends CollaborationTest {
    @Inject
    PlanCatalogue plans;

    @Inject
    TaskCatalogue tasks;

    @Inject
    CurrentCaller current;

    @Test
    void loadingAgainAddsNothingAndOverwritesNothing() {
        as(Tokens.planner())
                .contentType("application/merge-patch+json")
                .header("If-Match", tagOf("KCS-2024-09"))
                .body(Map.of("representative", false))
                .patch("/api/v1/tasks/KCS-2024-09")
                .then()
                .statusCode(200);
        String changed = tagOf("KCS-2024-09");
        Catalogue catalogue = Catalogue.read();

        boolean added = current.as(
                Caller.system("test"),
                () -> catalogue.plans().stream().anyMatch(plan -> plans.addIfMissing(plan, catalogue))
                        || catalogue.tasks().stream().anyMatch(task -> tasks.addIfMissing(task, catalogue)));

        assertThat(added).isFalse();
        assertThat(tagOf("KCS-2024-09")).isEqualTo(changed);
    }
}
