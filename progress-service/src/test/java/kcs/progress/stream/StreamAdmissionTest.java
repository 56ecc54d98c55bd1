package kcs.progress.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kcs.chassis.problem.ProblemException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class StreamAdmissionTest {
    private final StreamAdmission admission = new StreamAdmission(new StreamAdmission.Settings() {
        @Override
        public int perClient() {
            return 2;
        }

        @Override
        public int total() {
            return 3;
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }
    });

    @Test
    void refusesOneClientBeyondItsShareUntilItLeaves() {
        admission.enter("a");
        admission.enter("a");

        assertRefused("a", 429);
        admission.leave("a");

        assertThatCode(() -> admission.enter("a")).doesNotThrowAnyException();
    }

    @Test
    void refusesEveryoneBeyondTheTotal() {
        admission.enter("a");
        admission.enter("b");
        admission.enter("c");

        assertRefused("d", 503);
        admission.leave("b");

        assertThatCode(() -> admission.enter("d")).doesNotThrowAnyException();
    }

    private void assertRefused(String client, int status) {
        assertThatThrownBy(() -> admission.enter(client))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .returns(status, ProblemException::status)
                .matches(problem -> problem.headers().containsKey("Retry-After"));
    }
}
