package kcs.chassis.inbox;

import java.util.List;
import java.util.Set;

/**
 * What a service makes of the others' events. One bean per consuming service.
 *
 * <p>Both methods run inside the inbox's JTA transaction (default datasource, Panache or JDBC) as {@code system:inbox},
 * and hold the projection's single-writer lock: no other replica and no other thread writes through the inbox at that
 * time, so a number allotted here becomes visible in its order. A type that is not known is to be ignored: owners add
 * types. What is thrown parks the record, unless it is the database that is away.
 */
public interface InboxHandler {

    /** The topics to consume, {@code kcs.agency.v1}. */
    Set<String> topics();

    /** Takes events, in their order, each newer than all that was seen of its aggregate before it. */
    void apply(List<InboxEvent> events);

    /**
     * Takes an event that is older than what was applied of its aggregate: it was late, or was fetched to fill a gap. It
     * belongs into feeds and histories, by its id once, and must not touch the state.
     */
    void applyHistory(InboxEvent event);
}
