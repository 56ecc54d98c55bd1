package kcs.chassis.inbox;

/** The newest event seen of an aggregate. */
record Seen(long epoch, long sequence) {

    static final Seen NOTHING = new Seen(0, 0);

    static Seen of(InboxEvent event) {
        return new Seen(event.epoch(), event.sequence());
    }

    /** Whether an event is newer. A restored owner goes on counting from an earlier sequence, in a later epoch. */
    boolean isBefore(InboxEvent event) {
        return epoch < event.epoch() || (epoch == event.epoch() && sequence < event.sequence());
    }

    /** Whether events are missing between the newest seen and this newer one. */
    boolean leavesGapTo(InboxEvent event) {
        return event.sequence() > sequence + 1;
    }
}
