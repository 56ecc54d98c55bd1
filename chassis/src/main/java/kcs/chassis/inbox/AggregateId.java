package kcs.chassis.inbox;

/** What an event is about; an aggregate's name is unique within its owner's topic only. */
record AggregateId(String topic, String aggregate) {

    static AggregateId of(InboxEvent event) {
        return new AggregateId(event.topic(), event.aggregate());
    }
}
