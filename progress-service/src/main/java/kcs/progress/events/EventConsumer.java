package kcs.progress.events;

import java.util.List;
import java.util.Set;
import kcs.chassis.inbox.InboxEvent;

/**
 * What one feature of this service makes of events. Any number of beans; {@code @Priority} orders them, the highest first,
 * and whoever states none comes last.
 *
 * <p>Everything that {@link kcs.chassis.inbox.InboxHandler} says holds for each of them: one transaction for all, a single
 * writer, unknown types ignored. What one of them throws keeps the event from all. A consumer that is added later needs the
 * events from before its time: its migration has the topics read again, so each must take an event that it knows for
 * nothing.
 */
public interface EventConsumer {

    /** The topics that it is handed the events of. */
    Set<String> topics();

    /** Takes events of its topics, in their order; not called where there are none. */
    void apply(List<InboxEvent> events);

    /** Takes an event of its topics that is older than what was applied of its aggregate. */
    void applyHistory(InboxEvent event);
}
