package kcs.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kcs.chassis.testing.EventContract;
import kcs.chassis.testing.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What really is on the topic, held to the contract that the others build on. */
@QuarkusTest
class EventsTest extends CollaborationTest {
    private static final String TOPIC = "kcs.collaboration.v1";

    private final EventContract contract = new EventContract();

    @Test
    void everyRecordOfATaskIsInOrderAndToTheContract() throws IOException {
        String code = registered();
        move(code, "SELECTED");
        as(Tokens.planner())
                .contentType("application/merge-patch+json")
                .header("If-Match", tagOf(code))
                .body("{\"representative\":true}")
                .patch("/api/v1/tasks/{code}", code)
                .then()
                .statusCode(200);

        List<ConsumerRecord<String, byte[]>> records = recordsOf(code, 3);

        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(
                        "kcs.collaboration.task.registered.v1",
                        "kcs.collaboration.task.status-changed.v1",
                        "kcs.collaboration.task.changed.v1");
        assertThat(records).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2", "3");
        for (ConsumerRecord<String, byte[]> record : records) {
            contract.assertValid(header(record, "ce_type"), JSON.readTree(record.value()));
        }
        JsonNode move = JSON.readTree(records.get(1).value()).get("transition");
        assertThat(move.get("from").textValue()).isEqualTo("PROPOSED");
    }

    @Test
    void theCataloguesPlansAreToldToTheContract() throws IOException {
        for (ConsumerRecord<String, byte[]> record : recordsOf("KCS-2024", 1)) {
            contract.assertValid(header(record, "ce_type"), JSON.readTree(record.value()));
        }
    }

    @Test
    void everyTypeHasASchemaAndAnExample() {
        contract.assertExamples(
                List.of("task.registered", "task.status-changed", "task.changed", "plan.registered", "plan.changed"));
    }

    private static List<ConsumerRecord<String, byte[]>> recordsOf(String key, int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 12)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await("the records of " + key).atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
                return found.size() >= expected;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
