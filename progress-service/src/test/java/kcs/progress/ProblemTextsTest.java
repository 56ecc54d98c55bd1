package kcs.progress;

import kcs.chassis.testing.ProblemPages;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void explainsEveryProblemInBothLanguagesAndOnAPage() {
        ProblemPages.assertComplete();
    }
}
