package kcs.collaboration;

import io.quarkus.test.junit.QuarkusTest;
import kcs.chassis.testing.ApiDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest extends CollaborationTest {

    @Test
    void theServedApiIsTheDocumentedOne() {
        ApiDocument.assertUnchanged("collaboration-service");
    }

    @Test
    void everyOperationHasARealExample() {
        ApiDocument.assertEveryOperationHasAnExample("collaboration-service");
    }
}
