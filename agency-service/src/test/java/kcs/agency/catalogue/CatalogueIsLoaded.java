package kcs.agency.catalogue;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits for the load that begins with the service. */
public final class CatalogueIsLoaded {
    private static final int AGENCIES = 26;

    private CatalogueIsLoaded() {}

    public static void await() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> AgencyCatalogue.read().size() == AGENCIES
                        && AgencyCatalogue.read().stream()
                                .allMatch(entry -> given().get("/api/v1/agencies/" + entry.code())
                                                .statusCode()
                                        == 200));
    }
}
