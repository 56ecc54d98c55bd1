package kcs.agency.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import kcs.agency.agencies.Announced;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.testing.StackResource;
import kcs.chassis.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class CatalogueTest {
    @Inject
    CatalogueLoader loader;

    @Inject
    CurrentCaller current;

    @BeforeEach
    void awaitTheCatalogue() {
        CatalogueIsLoaded.await();
    }

    @Test
    void namesEveryParentBeforeItsChildren() {
        List<String> seen = new ArrayList<>();

        for (Announced.Entry entry : AgencyCatalogue.read()) {
            assertThat(entry.parent() == null || seen.contains(entry.parent())).isTrue();
            seen.add(entry.code());
        }

        assertThat(seen).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void survivesToTheApiWithItsProvenance() {
        JsonPath strategicTrade = given().get("/api/v1/agencies/KOSTI").jsonPath();

        assertThat(strategicTrade.getString("name.ko")).isEqualTo("전략물자관리원");
        assertThat(strategicTrade.getString("nameProvenance")).isEqualTo("ANNOUNCED");
        assertThat(strategicTrade.getString("parent")).isEqualTo("MOTIE");
        assertThat(strategicTrade.getString("officialCode")).isNull();
        assertThat(strategicTrade.getBoolean("officialCodeVerified")).isFalse();
        assertThat(given().get("/api/v1/agencies/THCD").jsonPath().getBoolean("reports"))
                .isFalse();
    }

    @Test
    void isLoadedOnceAndOverwritesNothing() {
        given().auth()
                .oauth2(Tokens.planner())
                .contentType("application/merge-patch+json")
                .header("If-Match", given().get("/api/v1/agencies/KPOST").header("ETag"))
                .body("{\"parent\": \"KCS\"}")
                .patch("/api/v1/agencies/KPOST")
                .then()
                .statusCode(200);

        int registered = current.as(Caller.system("catalogue"), loader::registerMissing);

        assertThat(registered).isZero();
        assertThat(given().get("/api/v1/agencies/KPOST").jsonPath().getString("parent"))
                .isEqualTo("KCS");
    }
}
