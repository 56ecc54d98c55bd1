package kcs.chassis.inbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Lets a test put onto the topics whatever a faulty world might, and look at what the inbox made of it. */
@ApplicationScoped
public class Wire {

    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private KafkaProducer<byte[], byte[]> producer;

    Wire(DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.dataSource = dataSource;
        this.kafka = kafka;
    }

    void send(String topic, String subject, long sequence, UUID id, String text) {
        send(topic, subject, 1, sequence, id, text);
    }

    void send(String topic, String subject, long epoch, long sequence, UUID id, String text) {
        sendRaw(topic, subject, headers(subject, epoch, sequence, id), data(text));
    }

    /** Waits for the broker, so that records of one key keep the order in which a test sends them. */
    void sendRaw(String topic, String key, Map<String, String> headers, byte[] data) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), data);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(record).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() throws InterruptedException, ExecutionException {
        if (producer == null) {
            createOthersTopics();
            producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private void createOthersTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(
                            new NewTopic(Notes.SILENT, 2, (short) 1), new NewTopic(Notes.NEIGHBOUR, 2, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    Map<String, String> headers(String subject, long epoch, long sequence, UUID id) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/kcs/chassis-service");
        headers.put("ce_type", "kcs.chassis.note.changed.v1");
        headers.put("ce_subject", subject);
        headers.put("ce_time", "2026-01-02T03:04:05.678Z");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_sourceepoch", Long.toString(epoch));
        headers.put("content-type", "application/json");
        return headers;
    }

    ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, String subject, long sequence, String text) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(topic, partition, offset, subject.getBytes(StandardCharsets.UTF_8), data(text));
        headers(subject, 1, sequence, UUID.randomUUID())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static byte[] data(String text) {
        return "{\"text\":\"%s\"}".formatted(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a history into the owner's outbox as published, so that the relay does not send it. */
    List<UUID> published(String subject, String... texts) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            update("""
                    INSERT INTO outbox (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, data, published_at)
                    VALUES (?, ?, 1, ?, ?, 'note.changed', ?, now(), ?, now())""", id, "note/" + subject, i + 1, subject, subject, data(texts[i]));
        }
        return ids;
    }

    long openGaps(String aggregate) {
        return number("SELECT count(*) FROM notes.inbox_gap WHERE closed_at IS NULL AND aggregate = ?", aggregate);
    }

    String gapNotes(String aggregate) {
        return strings("SELECT note FROM notes.inbox_gap WHERE aggregate = ?", aggregate)
                .toString();
    }

    void forgetGaps(String aggregate) {
        update("DELETE FROM notes.inbox_gap WHERE aggregate = ?", aggregate);
    }

    List<Long> parked(String aggregate) {
        return strings("SELECT id FROM notes.inbox_parked WHERE reprocessed_at IS NULL AND aggregate = ?", aggregate)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Parked records that say nothing about their aggregate, other than those with such data. */
    long parkedWithout(String data) {
        return number(
                "SELECT count(*) FROM notes.inbox_parked WHERE aggregate IS DISTINCT FROM 'note/unreadable' AND encode(data, 'escape') NOT LIKE ?",
                data);
    }

    boolean stale(String aggregate) {
        return number("SELECT count(*) FROM notes.inbox_aggregate WHERE stale AND aggregate = ?", aggregate) > 0;
    }

    /** The consumer begins anew, as after a fallen network. */
    void endConsumersSession() {
        strings("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?", "kcs-inbox");
    }

    private long number(String sql, Object... values) {
        return Long.parseLong(strings(sql, values).get(0));
    }

    private List<String> strings(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = prepare(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
