package kcs.chassis.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Takes records so that each has its effect once: offsets, what was seen of an aggregate, and the handler's effect are
 * committed together or not at all.
 */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** Work in the inbox's transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final ProjectionSchema schema;
    private final InboxTables tables;
    private final Parked parked;
    private final Instance<InboxHandler> handler;
    private final DataSource dataSource;
    private final CurrentCaller caller;
    private final Event<InboxApplied> applied;
    private final InboxSignal gaps;

    Inbox(
            ProjectionSchema schema,
            InboxTables tables,
            Parked parked,
            Instance<InboxHandler> handler,
            DataSource dataSource,
            CurrentCaller caller,
            Event<InboxApplied> applied,
            InboxSignal gaps) {
        this.schema = schema;
        this.tables = tables;
        this.parked = parked;
        this.handler = handler;
        this.dataSource = dataSource;
        this.caller = caller;
        this.applied = applied;
        this.gaps = gaps;
    }

    /** Takes a batch in one transaction; where a record of it cannot be applied, record by record. */
    void take(Batch batch) {
        try {
            tell(inTransaction(connection -> take(connection, batch)));
        } catch (RuntimeException failure) {
            if (!Failures.liesInTheRecord(failure) || Failures.isMissingTable(failure) && schema.missing()) {
                throw failure;
            }
            if (batch.records().size() == 1) {
                park(batch, failure);
            } else {
                takeOneByOne(batch);
            }
        }
    }

    private void takeOneByOne(Batch batch) {
        Map<TopicPartition, Long> from = new HashMap<>(batch.from());
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            TopicPartition partition = Batch.partition(record);
            take(new Batch(List.of(record), Map.of(partition, from.get(partition))));
            from.put(partition, record.offset() + 1);
        }
    }

    private void park(Batch one, RuntimeException failure) {
        ConsumerRecord<byte[], byte[]> record = one.records().get(0);
        inTransaction(connection -> {
            tables.advance(connection, one.from(), one.to());
            park(connection, record, failure);
            return 0;
        });
        tell(0);
    }

    private void park(Connection connection, ConsumerRecord<byte[], byte[]> record, RuntimeException failure)
            throws SQLException {
        LOG.errorf(failure, "parked %s-%d at offset %d", record.topic(), record.partition(), record.offset());
        parked.park(connection, record, failure);
    }

    private int take(Connection connection, Batch batch) throws SQLException {
        tables.advance(connection, batch.from(), batch.to());
        List<InboxEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            try {
                events.add(RecordReader.read(record));
            } catch (UnreadableRecordException failure) {
                park(connection, record, failure);
            }
        }
        return apply(connection, events);
    }

    /** Applies what is newer than the state; what is older only where it was missing. A duplicate does nothing. */
    private int apply(Connection connection, List<InboxEvent> events) throws SQLException {
        List<AggregateId> ids = events.stream().map(AggregateId::of).distinct().toList();
        Map<AggregateId, Seen> seen = tables.seen(connection, ids);
        Map<AggregateId, Seen> newest = new HashMap<>();
        List<InboxEvent> newer = new ArrayList<>();
        List<InboxEvent> older = new ArrayList<>();
        for (InboxEvent event : events) {
            AggregateId id = AggregateId.of(event);
            Seen last = newest.getOrDefault(id, seen.getOrDefault(id, Seen.NOTHING));
            if (last.isBefore(event)) {
                newer.add(noticingGap(connection, last, event));
                newest.put(id, Seen.of(event));
            } else {
                older.add(event);
            }
        }
        if (!newer.isEmpty()) {
            handler.get().apply(newer);
        }
        List<InboxEvent> late = missing(connection, older);
        late.forEach(handler.get()::applyHistory);
        tables.save(connection, newest);
        return newer.size() + late.size();
    }

    private InboxEvent noticingGap(Connection connection, Seen last, InboxEvent event) throws SQLException {
        if (!last.leavesGapTo(event)) {
            return event;
        }
        tables.recordGap(connection, AggregateId.of(event), last.sequence() + 1, event.sequence() - 1);
        gaps.raise();
        return event.afterGap();
    }

    /** Those of which there is a gap; a replay brings many that are known, so they are looked up together. */
    private List<InboxEvent> missing(Connection connection, List<InboxEvent> older) throws SQLException {
        if (older.isEmpty()) {
            return List.of();
        }
        List<AggregateId> ids = older.stream().map(AggregateId::of).distinct().toList();
        List<InboxTables.Gap> open = tables.openGaps(connection, ids);
        return older.stream()
                .filter(event -> open.stream().anyMatch(gap -> gap.covers(event)))
                .toList();
    }

    /** Closes a gap with what its owner still has of it. */
    void fill(InboxTables.Gap gap, List<InboxEvent> history) {
        List<InboxEvent> missing = history.stream().filter(gap::covers).toList();
        long expected = gap.to() - gap.from() + 1;
        String note =
                missing.size() == expected ? null : "the owner has %d of %d events".formatted(missing.size(), expected);
        tell(inTransaction(connection -> {
            missing.forEach(handler.get()::applyHistory);
            tables.closeGap(connection, gap, note);
            return missing.size();
        }));
    }

    /** Notes why a gap could not be filled; it stays open. */
    void keep(InboxTables.Gap gap, String reason) {
        inTransaction(connection -> {
            tables.keepGap(connection, gap, reason);
            return 0;
        });
    }

    List<InboxTables.Gap> openGaps(int limit) {
        return inTransaction(connection -> tables.oldestOpenGaps(connection, limit));
    }

    /** What waits for a repair; nothing in a service that consumes nothing. */
    List<Parked.Entry> parked(int limit) {
        if (!handler.isResolvable()) {
            return List.of();
        }
        return inTransaction(connection -> parked.open(connection, limit));
    }

    /**
     * Tries a parked record again.
     *
     * @return null when it has its effect now, else why not
     */
    String reprocess(long id, RuntimeException unknown) {
        if (!handler.isResolvable()) {
            throw unknown;
        }
        try {
            tell(inTransaction(connection -> {
                ConsumerRecord<byte[], byte[]> record =
                        parked.find(connection, id).orElseThrow(() -> unknown);
                parked.done(connection, id);
                return apply(connection, List.of(RecordReader.read(record)));
            }));
            return null;
        } catch (RuntimeException failure) {
            if (failure == unknown || !Failures.liesInTheRecord(failure)) {
                throw failure;
            }
            inTransaction(connection -> {
                parked.failedAgain(connection, id, failure);
                return 0;
            });
            return Parked.text(failure.toString());
        }
    }

    long nextOffset(TopicPartition partition) {
        return inTransaction(connection -> tables.nextOffset(connection, partition));
    }

    /** Goes on from another offset: what was stored is no longer in the topic. */
    void jump(TopicPartition partition, long from, long to) {
        inTransaction(connection -> {
            tables.advance(connection, Map.of(partition, from), Map.of(partition, to));
            return 0;
        });
    }

    private <T> T inTransaction(Work<T> work) {
        return caller.as(
                Caller.system("inbox"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        tables.becomeTheOneWriter(connection);
                        return work.with(connection);
                    }
                }));
    }

    /** The transaction has committed: an observer's failure is its own. */
    void tell(int effects) {
        try {
            applied.fire(new InboxApplied(effects));
        } catch (RuntimeException failure) {
            LOG.error("an observer of the inbox failed", failure);
        }
    }
}
