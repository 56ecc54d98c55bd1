package kcs.chassis.outbox;

import java.time.Instant;
import java.util.UUID;

/** A row of the outbox that is not known to be published. */
record WaitingEvent(
        long id,
        UUID eventId,
        String aggregate,
        int epoch,
        long sequence,
        String key,
        String type,
        String subject,
        Instant occurredAt,
        String traceparent,
        byte[] data) {}
