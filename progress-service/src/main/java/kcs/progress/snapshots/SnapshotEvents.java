package kcs.progress.snapshots;

import java.time.Instant;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;

/** What the suite is told of a snapshot that was published. */
final class SnapshotEvents {

    private SnapshotEvents() {}

    private record Transition(SnapshotStatus from, SnapshotStatus to, String reason, String actorAgency) {}

    private record State(
            String id,
            long no,
            String plan,
            String period,
            Instant asOf,
            String meeting,
            Instant takenAt,
            Instant publishedAt,
            String hash,
            String previousHash) {}

    private record Data(Transition transition, State snapshot) {}

    static OutboxEvent published(Snapshot snapshot, Instant at, String reason, Caller actor) {
        State state = new State(
                snapshot.id(),
                snapshot.no(),
                snapshot.plan(),
                snapshot.period(),
                snapshot.asOf(),
                snapshot.meeting(),
                snapshot.takenAt(),
                at,
                snapshot.hash(),
                snapshot.previousHash());
        Transition transition = new Transition(SnapshotStatus.TAKEN, SnapshotStatus.PUBLISHED, reason, actor.agency());
        return new OutboxEvent(
                "snapshot/" + snapshot.id(),
                snapshot.id(),
                "snapshot.published",
                snapshot.id(),
                new Data(transition, state));
    }
}
