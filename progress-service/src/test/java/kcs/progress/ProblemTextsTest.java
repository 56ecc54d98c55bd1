package kcs.progress;

import kcs.chassis.testing.ProblemPages;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
<<<<<<< ours
    void explainsEveryProblemInBothLanguagesAndOnAPage() {
=======
    void everyProblemIsWrittenInBothLanguagesAndHasItsPage() {
>>>>>>> theirs
        ProblemPages.assertComplete();
    }
}
