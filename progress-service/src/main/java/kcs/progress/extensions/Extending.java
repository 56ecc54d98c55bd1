package kcs.progress.extensions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointRights;
import kcs.progress.checkpoints.CheckpointStore;
import kcs.progress.health.HealthKeeper;

/** More time: asked for by whoever files, given by planners. The cycle's own due day stays, so rates go both ways. */
@Singleton
class Extending {
    private static final String PATH = "/api/v1/extensions/";

    private final ExtensionStore extensions;
    private final CheckpointStore checkpoints;
    private final HealthKeeper health;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    Extending(
            ExtensionStore extensions,
            CheckpointStore checkpoints,
            HealthKeeper health,
            Outbox outbox,
            Idempotency idempotency,
            Clock clock) {
        this.extensions = extensions;
        this.checkpoints = checkpoints;
        this.health = health;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Asks for more time; nothing of the checkpoint changes by that, so it is held against no version of it. */
    @Transactional
    Reply ask(String checkpointId, Change<AskExtension> change) {
        Checkpoint checkpoint = checkpoints.forChange(checkpointId);
        CheckpointRights.requireFiling(change.caller(), checkpoint.duty());
        AskExtension wanted = change.command();
        return idempotency.once(change, () -> {
            extensions.pending(checkpointId).ifPresent(pending -> refuseSecond(checkpointId, pending));
            Extension extension = Extension.ask(checkpoint, wanted, change.caller(), clock.instant());
            extensions.add(extension);
            return reply(extension, change.caller());
        });
    }

    private static void refuseSecond(String checkpoint, UUID pending) {
        throw new ProblemException(409, "extension-pending", checkpoint).with("extension", pending);
    }

    /** Decides; what is granted moves the checkpoint's due day in the same transaction. */
    @Transactional
    Reply decide(String id, Change<DecideExtension> change) {
        Checkpoint checkpoint = checkpoints.forChange(extensions.get(id).asked().checkpoint());
        Extension extension = extensions.forChange(id);
        extension.requireOther(change.caller());
        DecideExtension decision = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(extension.version());
            Instant now = clock.instant();
            extension.decide(checkpoint, decision, change.caller(), now);
            extensions.keepDecision(extension);
            List<OutboxEvent> events = new ArrayList<>(granted(extension, checkpoint, change.caller(), now));
            events.add(ExtensionEvents.decided(extension));
            outbox.append(events);
            return reply(extension, change.caller());
        });
    }

    private List<OutboxEvent> granted(Extension extension, Checkpoint checkpoint, Caller actor, Instant now) {
        if (extension.status() != ExtensionStatus.GRANTED) {
            return List.of();
        }
        Checkpoint.Step step = checkpoint.extendTo(extension.decided().until(), now);
        List<OutboxEvent> events = new ArrayList<>();
        events.add(checkpoints.keep(checkpoint, step, actor));
        events.addAll(health.refresh(Set.of(checkpoint.duty().task()), actor, null));
        return events;
    }

    private Reply reply(Extension extension, Caller caller) {
        String location = PATH + extension.asked().id();
        return idempotency.reply(201, location, extension.version(), ExtensionView.of(extension, caller));
    }
}
