package kcs.progress.extensions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kcs.chassis.outbox.OutboxEvent;

/** What the suite is told of a decision; the reasons are between the agency and the planners. */
final class ExtensionEvents {

    private ExtensionEvents() {}

    /** @param until null when it was refused */
    record State(
            UUID id,
            String checkpoint,
            String task,
            String agency,
            ExtensionStatus decision,
            LocalDate until,
            Instant decidedAt) {}

    record Data(State extension) {}

    static OutboxEvent decided(Extension extension) {
        Extension.Asked asked = extension.asked();
        State state = new State(
                asked.id(),
                asked.checkpoint(),
                asked.task(),
                asked.agency(),
                extension.status(),
                extension.decided().until(),
                extension.decided().at());
        String id = asked.id().toString();
        return new OutboxEvent("extension/" + id, asked.task(), "extension.decided", id, new Data(state));
    }
}
