package kcs.agency;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import kcs.chassis.testing.ApiDocument;
import kcs.chassis.testing.StackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class ApiDocumentTest {

    @Test
    void servesTheApiThatIsDocumented() {
        ApiDocument.assertUnchanged("agency-service");
    }

    @Test
    void limitsEveryValue() {
        ApiDocument.assertEverythingHasAMaximum();
    }

    @Test
    void everyOperationHasARealExample() {
        ApiDocument.assertEveryOperationHasAnExample("agency-service");
    }
}
