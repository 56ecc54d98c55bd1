package kcs.progress;

import io.quarkus.test.junit.QuarkusTest;
import kcs.chassis.testing.ApiDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest extends ProgressTest {

    @Test
    void theServedApiIsTheDocumentedOne() {
        ApiDocument.assertUnchanged("progress-service");
    }

    @Test
    void everyOperationHasARealExample() {
        ApiDocument.assertEveryOperationHasAnExample("progress-service");
    }
}
