package kcs.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the relay when the world around it breaks, on a PostgreSQL and a broker of its own. */
class OutboxRelayTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static RelayStack stack;

    private OutboxRelay relay;

    @BeforeAll
    static void startStack(@TempDir Path folder) throws IOException {
        stack = RelayStack.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @AfterEach
    void stopRelay() {
        if (relay != null) {
            relay.stop(null);
        }
    }

    private void startRelay() {
        relay = stack.relay();
        relay.start(null);
    }

    @Test
    void sendsAgainWhatWasSentButNotMarkedWhenTheRelayCrashed() throws Exception {
        stack.append("crash", 1);

        try (Connection session = stack.connections().open("crashing relay");
                EventPublisher publisher = stack.publisher()) {
            publisher.createTopic();
            assertThat(publisher.send(new WaitingEvents(session, SOON).next(10)))
                    .hasSize(1);
            // Dead here: sent, not marked.
        }
        startRelay();

        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/crash") == 0);
        assertThat(published("crash", 2))
                .hasSize(2)
                .extracting(record -> Topic.header(record, "ce_id"))
                .as("one event, delivered twice")
                .containsOnly(stack.idOf("note/crash", 1));
    }

    @Test
    void letsADeposedLeaderMarkNothing() throws Exception {
        try (Connection deposed = stack.connections().open("deposed relay");
                EventPublisher publisher = stack.publisher()) {
            WaitingEvents outbox = new WaitingEvents(deposed, SOON);
            stack.append("deposed", 2);
            List<WaitingEvent> batch = outbox.next(10);
            stack.terminate("deposed relay");

            assertThatThrownBy(() -> OutboxRelay.relay(batch, outbox, publisher))
                    .isInstanceOf(SQLException.class);

            assertThat(Events.waiting(stack.dataSource(), "note/deposed")).isEqualTo(2);
            assertThat(published("deposed", 1))
                    .as("the second wave stays with its successor")
                    .hasSize(1);
        }
        startRelay();
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/deposed") == 0);
        assertThat(sequences(published("deposed", 3))).containsExactly(1L, 1L, 2L);
    }

    @Test
    void findsWhatASlowTransactionBringsBehindOthers() throws Exception {
        try (Connection session = stack.connections().open("looking relay");
                Connection slow = stack.dataSource().getConnection()) {
            WaitingEvents often = new WaitingEvents(session, Duration.ZERO);
            WaitingEvents seldom = new WaitingEvents(session, Duration.ofHours(1));
            slow.setAutoCommit(false);
            try (PreparedStatement insert = slow.prepareStatement("""
                    INSERT INTO outbox (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, data)
                    VALUES (gen_random_uuid(), 'note/slow', 1, 1, 'slow', 'note.changed', 'slow', now(), '{}')""")) {
                insert.executeUpdate();
            }
            stack.append("fast", 2);

            List<WaitingEvent> first = often.next(10);
            assertThat(first).extracting(WaitingEvent::aggregate).containsExactly("note/fast", "note/fast");
            assertThat(seldom.next(10)).hasSize(2);
            often.markPublished(first);
            assertThat(often.next(10)).isEmpty();
            slow.commit();

            assertThat(seldom.next(10))
                    .as("nothing is settled before a second look at the whole")
                    .extracting(WaitingEvent::aggregate)
                    .containsExactly("note/slow");
            List<WaitingEvent> late = often.next(10);
            assertThat(late).extracting(WaitingEvent::aggregate).containsExactly("note/slow");
            often.markPublished(late);
        }
    }

    @Test
    void looksAtTheWholeAsLongAsThereIsMoreOfIt() throws Exception {
        try (Connection session = stack.connections().open("looking relay")) {
            WaitingEvents outbox = new WaitingEvents(session, Duration.ofHours(1));
            stack.append("more", 5);

            for (int seen = 0; seen < 5; seen++) {
                List<WaitingEvent> one = outbox.next(1);
                assertThat(one).extracting(WaitingEvent::sequence).containsExactly(seen + 1L);
                outbox.markPublished(one);
            }
            assertThat(outbox.next(1)).isEmpty();
        }
    }

    @Test
    void losesNothingWhileTheBrokerIsDown() throws Exception {
        startRelay();
        stack.append("outage", 1);
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/outage") == 0);

        stack.stopBroker();
        for (int i = 0; i < 20; i++) {
            stack.append("outage", 1);
        }
        assertThat(Events.waiting(stack.dataSource(), "note/outage")).isEqualTo(20);
        await().atMost(SOON).until(() -> stack.waitingGauge() == 20);
        stack.startBroker();

        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/outage") == 0);
        assertThat(sequences(published("outage", 21)).stream().distinct())
                .as("in order; duplicates are allowed, losses are not")
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
        await().atMost(SOON).until(() -> stack.waitingGauge() == 0);
    }

    @Test
    void goesOnWithANewSessionWhenItsOwnIsLost() throws Exception {
        startRelay();
        stack.append("session", 1);
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/session") == 0);

        stack.terminate("kcs-outbox");
        stack.append("session", 1);

        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/session") == 0);
    }

    @Test
    void leavesTheLeadToOneOfTwoUntilItStops() throws Exception {
        startRelay();
        stack.append("two", 1);
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/two") == 0);
        OutboxRelay second = stack.relay();
        second.start(null);
        try {
            for (int i = 0; i < 5; i++) {
                stack.append("two", 4);
            }
            await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/two") == 0);
            assertThat(sequences(published("two", 21)))
                    .as("one of them sent, each once")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 21).boxed().toList());

            relay.stop(null);
            stack.append("two", 1);

            await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/two") == 0);
        } finally {
            second.stop(null);
        }
    }

    @Test
    void keepsOtherAggregatesGoingInOrderWhenItIsFarBehind() throws Exception {
        for (int i = 0; i < 30; i++) {
            stack.append("behind-" + i, 20);
        }

        startRelay();

        for (int i = 0; i < 30; i++) {
            String aggregate = "note/behind-" + i;
            await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), aggregate) == 0);
            assertThat(sequences(published("behind-" + i, 20)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    @Test
    void stopsWithinThreeSecondsWhenItsDatabaseNoLongerAnswers() throws Exception {
        startRelay();
        stack.append("frozen", 1);
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/frozen") == 0);

        stack.signal("kcs-outbox", "STOP");
        try {
            Instant begin = Instant.now();
            relay.stop(null);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
        } finally {
            stack.signal("kcs-outbox", "CONT");
        }
    }

    @Test
    void sendsEverythingAgainInAReplay() throws Exception {
        stack.append("replay", 3);
        startRelay();
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/replay") == 0);

        int again = new Replay(stack.dataSource(), stack.signal()).start("note/replay");

        assertThat(again).isEqualTo(3);
        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/replay") == 0);
        assertThat(sequences(published("replay", 6))).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    }

    @Test
    void numbersOnInALaterEpochAfterARestore() throws Exception {
        stack.append("restored", 1);
        try (Connection owner = stack.owner();
                PreparedStatement restore = owner.prepareStatement("UPDATE outbox_epoch SET epoch = 2")) {
            restore.executeUpdate();
        }

        stack.append("restored", 1);
        startRelay();

        await().atMost(SOON).until(() -> Events.waiting(stack.dataSource(), "note/restored") == 0);
        assertThat(published("restored", 2))
                .extracting(
                        record -> Topic.header(record, "ce_sourceepoch") + "/" + Topic.header(record, "ce_sequence"))
                .containsExactly("1/1", "2/2");
    }

    private static List<ConsumerRecord<String, byte[]>> published(String key, long count) {
        try (Topic topic = new Topic(stack.kafka(), "kcs.relay.v1")) {
            return topic.readUntil(record -> record.key().equals(key), count, SOON);
        }
    }

    private static List<Long> sequences(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> Long.parseLong(Topic.header(record, "ce_sequence")))
                .toList();
    }
}
