package kcs.chassis.outbox;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import kcs.chassis.testing.StackResource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class OutboxTest {

    private static final int WRITERS = 12;
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void numbersEventsWithoutGapsAndPublishesThemInOrderWhateverWritersDo() throws Exception {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            all.add(writers.submit(() -> write(random, committed)));
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        writers.shutdown();

        Map<String, List<Long>> published = publishedSequences("busy", committed);
        committed.forEach((aggregate, count) -> assertThat(published.get(aggregate))
                .as(aggregate)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList()));
    }

    /** Each transaction touches a few aggregates in any order; every fifth rolls back. */
    private void write(Random random, Map<String, Long> committed) {
        for (int transaction = 0; transaction < 40; transaction++) {
            List<OutboxEvent> events = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                events.add(Events.note("busy-" + random.nextInt(30), "text"));
            }
            boolean fails = random.nextInt(5) == 0;
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(events);
                    if (fails) {
                        throw new CancellationException();
                    }
                });
                events.forEach(event -> committed.merge(event.aggregate(), 1L, Long::sum));
            } catch (CancellationException rolledBack) {
                assertThat(fails).isTrue();
            }
        }
    }

    private Map<String, List<Long>> publishedSequences(String prefix, Map<String, Long> committed) {
        long expected = committed.values().stream().mapToLong(Long::longValue).sum();
        try (Topic topic = new Topic(kafka, "kcs.chassis.v1")) {
            List<ConsumerRecord<String, byte[]>> records =
                    topic.readUntil(record -> record.key().startsWith(prefix), expected, SOON);
            return records.stream()
                    .sorted(comparing(ConsumerRecord::offset))
                    .collect(groupingBy(
                            record -> "note/" + record.key(),
                            mapping(record -> Long.parseLong(Topic.header(record, "ce_sequence")), toList())));
        }
    }

    @Test
    void publishesACloudEventInBinaryMode() {
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());

        try (Scope traced = Span.wrap(span).makeCurrent()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(Events.note("envelope", "한글")));
        }

        try (Topic topic = new Topic(kafka, "kcs.chassis.v1")) {
            ConsumerRecord<String, byte[]> record = topic.readUntil(
                            candidate -> candidate.key().equals("envelope"), 1, SOON)
                    .get(0);
            assertThat(Topic.headers(record))
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "kcs.chassis.note.changed.v1")
                    .containsEntry("ce_source", "/kcs/chassis-service")
                    .containsEntry("ce_subject", "envelope")
                    .containsEntry("ce_sequence", "1")
                    .containsEntry("ce_sourceepoch", "1")
                    .containsEntry("ce_partitionkey", "envelope")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .containsKeys("ce_id", "ce_time");
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"한글\"}");
        }
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(Events.note("homeless", "text")))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void refusesWhatTheBrokerWouldNotTake() {
        String tooLong = "x".repeat(900_001);

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew().run(() -> outbox.append(Events.note("too-long", tooLong))))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("outbox_data_check");
    }

    @Test
    void letsTheServiceItselfNeitherChangeNorEraseWhatItTold() {
        for (String forbidden : List.of(
                "UPDATE outbox SET data = ''",
                "UPDATE outbox SET sequence = 7",
                "DELETE FROM outbox",
                "UPDATE outbox_epoch SET epoch = 9",
                "DELETE FROM outbox_sequence")) {
            assertThatThrownBy(() -> execute(forbidden))
                    .as(forbidden)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void marksWhatIsPublished() {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(Events.note("marked", "text")));

        await().atMost(SOON).until(() -> Events.waiting(dataSource, "note/marked") == 0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
