package kcs.progress.cycles;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.sql.Sql;
import kcs.progress.checkpoints.CheckpointMaking;
import kcs.progress.daily.DailyJob;

/** Opens cycles on their day, and closes them on the day after they lock. Each in a transaction of its own. */
@Singleton
@Priority(CycleCalendar.BEFORE_WHAT_FOLLOWS_FROM_CYCLES)
class CycleCalendar implements DailyJob {
    static final int BEFORE_WHAT_FOLLOWS_FROM_CYCLES = 200;
    private static final Caller ACTOR = Caller.system("calendar");
    private static final String OPENS = "도래한 개시일에 자동으로 열림 (opened by the calendar)";
    private static final String CLOSES = "마감일이 지나 자동으로 닫힘 (closed by the calendar)";

    private static final String DUE = """
            SELECT id FROM cycle
            WHERE status = 'PLANNED' AND opens_on <= ? OR status = 'OPEN' AND greatest(locks_on, due_on) < ?
            ORDER BY id""";

    private static final String OPEN = "SELECT id FROM cycle WHERE status = 'OPEN' ORDER BY id FOR SHARE";

    private final CycleStore cycles;
    private final CycleTurn turn;
    private final CheckpointMaking making;
    private final Outbox outbox;
    private final Sql sql;

    CycleCalendar(CycleStore cycles, CycleTurn turn, CheckpointMaking making, Outbox outbox, Sql sql) {
        this.cycles = cycles;
        this.turn = turn;
        this.making = making;
        this.outbox = outbox;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "the calendar of cycles";
    }

    @Override
    public void run(LocalDate today) {
        List<String> due =
                QuarkusTransaction.requiringNew().call(() -> sql.list(DUE, row -> row.getString(1), today, today));
        for (String id : due) {
            QuarkusTransaction.requiringNew().run(() -> follow(id, today));
        }
        // Whoever joined while nobody told us, such as during an upgrade, gets its checkpoint now.
        QuarkusTransaction.requiringNew().run(() -> {
            List<String> open = sql.list(OPEN, row -> row.getString(1));
            outbox.append(making.make(open, ACTOR));
        });
    }

    /** Looked at again under its lock: a planner may have been quicker. */
    private void follow(String id, LocalDate today) {
        Cycle cycle = cycles.forChange(id);
        if (cycle.opensOn(today)) {
            outbox.append(turn.turn(cycle, CycleStatus.OPEN, OPENS, ACTOR));
        } else if (cycle.locksBefore(today)) {
            outbox.append(turn.turn(cycle, CycleStatus.CLOSED, CLOSES, ACTOR));
        }
    }
}
