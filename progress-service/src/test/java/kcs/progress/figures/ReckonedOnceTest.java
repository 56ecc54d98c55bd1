package kcs.progress.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import kcs.progress.board.Boards;
import kcs.progress.directory.Returns;
import org.junit.jupiter.api.Test;

/** What was reckoned over a cycle holds until one of its checkpoints changes. */
class ReckonedOnceTest {
    private final AtomicInteger reckoned = new AtomicInteger();

    private int over(Returns returns, String cycle) {
        return returns.of(cycle).reckon("the same premises", any -> reckoned.incrementAndGet());
    }

    private static Returns with(String id, String task) {
        Returns returns = Returns.empty();
        returns.put(Boards.dated(Boards.checkpoint(id, task, null)));
        return returns;
    }

    @Test
    void aChangeOfAnotherCycleReckonsNothingAnew() {
        Returns returns = with("T-01.KCS", "T-01");
        String cycle = returns.all().findFirst().orElseThrow().state().cycle();

        assertThat(over(returns, cycle)).isEqualTo(1);
        assertThat(over(returns, cycle)).isEqualTo(1);
        int anew = returns.of(cycle).reckon("others", any -> reckoned.incrementAndGet());
        assertThat(anew).isEqualTo(2);
    }

    @Test
    void aCheckpointIsFoundInWhicheverCycleItIs() {
        Returns returns = with("T-01.KCS", "T-01");

        assertThat(returns.get("T-01.KCS").state().task()).isEqualTo("T-01");
        assertThat(returns.get("T-02.KCS")).isNull();
        assertThat(returns.of("no such cycle").states()).isEmpty();
    }
}
