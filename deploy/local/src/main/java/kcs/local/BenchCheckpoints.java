package kcs.local;

import java.io.IOException;
import java.time.Duration;

/** How fast cycles are opened with their checkpoints, and checkpoints filed. */
final class BenchCheckpoints {
    private static final int WARM_OPENINGS = 5;
    private static final int OPENINGS = 5;

    /** More than an agency's share of what is filed in one round. */
    private static final int ENOUGH = 4_000;

    private final BenchSitting sitting;

    BenchCheckpoints(BenchSitting sitting) {
        this.sitting = sitting;
    }

    void openings(BenchRound round) throws IOException {
        sitting.say("opening cycles");
        BareCheckpoints bare = new BareCheckpoints(sitting.settings(), sitting.secrets());
        for (int i = 0; i < WARM_OPENINGS; i++) {
            round.open();
        }
        Duration ours = Duration.ZERO;
        Duration theirs = Duration.ZERO;
        for (int i = 0; i < OPENINGS; i++) {
            sitting.settle();
            ours = ours.plus(round.open());
            sitting.settle();
            theirs = theirs.plus(bare.insert(round.cycle()));
        }
        double rows = (double) OPENINGS * BenchTasks.COUNT * BenchRound.AGENCIES.size();
        sitting.table()
                .ratio(
                        "open a cycle for 1,000 tasks with 3 agencies each, in checkpoints",
                        rows * 1e9 / ours.toNanos(),
                        "bare INSERT … SELECT of the same checkpoints, without their events",
                        rows * 1e9 / theirs.toNanos(),
                        0.3);
    }

    void filing(BenchRound round) throws IOException {
        sitting.say("filing checkpoints");
        int port = sitting.port(Part.PROGRESS);
        Load.warmUp(port, round.filers(), () -> {
            round.supply(ENOUGH);
            sitting.settle();
        });
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < BenchSitting.ROUNDS; i++) {
            round.supply(ENOUGH);
            sitting.settle();
            theirs +=
                    sitting.references().submissions(round, BenchSitting.ROUND).orElse(Double.NaN)
                            / BenchSitting.ROUNDS;
            sitting.settle();
            ours += Load.perSecond(port, BenchSitting.ROUND, round.filers()) / BenchSitting.ROUNDS;
        }
        sitting.table()
                .ratio(
                        "file a checkpoint, 16 connections",
                        ours,
                        "pgbench, the same statements in one transaction",
                        theirs,
                        0.35);
    }
}
