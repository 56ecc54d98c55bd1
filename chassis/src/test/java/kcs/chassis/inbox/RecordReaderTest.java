package kcs.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final UUID ID = UUID.fromString("6f1c1d0e-4a0b-4f6e-9a63-0d5b6f3b7c11");

    @Test
    void readsAnEvent() {
        InboxEvent event = RecordReader.read(record(headers(), "{\"text\":\"한글\"}"));

        assertThat(event.id()).isEqualTo(ID);
        assertThat(event.source()).isEqualTo("/kcs/collaboration-service");
        assertThat(event.aggregate()).isEqualTo("task/KCS-2024-01");
        assertThat(event.type()).isEqualTo("task.status-changed");
        assertThat(event.subject()).isEqualTo("KCS-2024-01");
        assertThat(event.epoch()).isEqualTo(1);
        assertThat(event.sequence()).isEqualTo(42);
        assertThat(event.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(event.data().path("text").textValue()).isEqualTo("한글");
        assertThat(event.gapBefore()).isFalse();
    }

    @Test
    void readsTheFieldsThatAConsumerKnows() {
        record Text(String text) {}

        InboxEvent event = RecordReader.read(record(headers(), "{\"text\":\"known\",\"added\":\"later\"}"));

        assertThat(event.dataAs(Text.class)).isEqualTo(new Text("known"));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion,",
        "ce_id,",
        "ce_id, not-a-uuid",
        "ce_source,",
        "ce_type,",
        "ce_type, kcs.collaboration.task.status-changed.v2",
        "ce_type, org.example.event",
        "ce_subject,",
        "ce_time,",
        "ce_time, yesterday",
        "ce_sequence,",
        "ce_sequence, 0",
        "ce_sequence, many",
        "ce_sourceepoch,",
    })
    void refusesAnEnvelopeThatIsNotOurs(String header, String value) {
        Map<String, String> headers = headers();
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }

        assertThatThrownBy(() -> RecordReader.read(record(headers, "{}")))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{} {}", "{\"a\":1,\"a\":2}"})
    void refusesDataThatAreNoObject(String data) {
        assertThatThrownBy(() -> RecordReader.read(record(headers(), data)))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void refusesARecordWithoutData() {
        assertThatThrownBy(() -> RecordReader.read(record(headers(), null)))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void stillSeesWhatAnUnreadableRecordIsAbout() {
        Map<String, String> headers = headers();
        headers.remove("ce_id");

        assertThat(RecordReader.aggregateOf(record(headers, "{"))).contains("task/KCS-2024-01");
        assertThat(RecordReader.aggregateOf(record(Map.of(), "{"))).isEmpty();
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", ID.toString());
        headers.put("ce_source", "/kcs/collaboration-service");
        headers.put("ce_type", "kcs.collaboration.task.status-changed.v1");
        headers.put("ce_subject", "KCS-2024-01");
        headers.put("ce_time", "2026-01-02T03:04:05.678Z");
        headers.put("ce_sequence", "42");
        headers.put("ce_sourceepoch", "1");
        headers.put("content-type", "application/json");
        return headers;
    }

    private static ConsumerRecord<byte[], byte[]> record(Map<String, String> headers, String data) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "kcs.collaboration.v1", 0, 0, null, data == null ? null : data.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
