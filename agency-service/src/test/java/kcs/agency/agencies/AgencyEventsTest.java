package kcs.agency.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.testing.EventContract;
import kcs.chassis.testing.StackResource;
import kcs.chassis.time.Seoul;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "agency"))
class AgencyEventsTest {
    private static final String TOPIC = "kcs.agency.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final EventContract contract = new EventContract();

    @Test
    void publishesEveryChangeInOrderAndWithoutContacts() throws IOException {
        String code = Api.registered();
        Api.patch(code, "{\"type\": \"MINISTRY\", \"contacts\": [{\"department\": \"비밀과\"}]}")
                .then()
                .statusCode(200);
        Api.patch(
                        code,
                        "{\"status\": \"ABOLISHED\", \"validTo\": \"%s\", \"reason\": \"개편\"}"
                                .formatted(Seoul.today(Clock.systemUTC())))
                .then()
                .statusCode(200);

        List<ConsumerRecord<String, byte[]>> events = eventsOf(code, 3);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly(
                        "kcs.agency.agency.registered.v1",
                        "kcs.agency.agency.changed.v1",
                        "kcs.agency.agency.status-changed.v1");
        assertThat(events).extracting(event -> header(event, "ce_sequence")).containsExactly("1", "2", "3");
        for (ConsumerRecord<String, byte[]> event : events) {
            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(event, "ce_source")).isEqualTo("/kcs/agency-service");
            assertThat(header(event, "ce_subject")).isEqualTo(code);
            assertThat(header(event, "ce_partitionkey")).isEqualTo(code);
            assertThat(event.key()).isEqualTo(code);
            assertThat(new String(event.value(), StandardCharsets.UTF_8)).doesNotContain("비밀과");
            contract.assertValid(header(event, "ce_type"), JSON.readTree(event.value()));
        }
        JsonNode last = JSON.readTree(events.get(2).value());
        assertThat(last.at("/transition/from").textValue()).isEqualTo("ACTIVE");
        assertThat(last.at("/transition/reason").textValue()).isEqualTo("개편");
        assertThat(last.at("/agency/version").longValue()).isEqualTo(2);
        assertThat(JSON.readTree(events.get(1).value()).get("changed"))
                .extracting(JsonNode::textValue)
                .containsExactly("type", "contacts");
    }

    @Test
    void hasAnExampleOfEveryEvent() {
        contract.assertExamples(List.of("agency.registered", "agency.changed", "agency.status-changed"));
    }

    private List<ConsumerRecord<String, byte[]>> eventsOf(String code, int expected) {
        Map<String, Object> settings = new HashMap<>(kafka);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(TOPIC)) {
                partitions.add(new TopicPartition(TOPIC, partition.partition()));
            }
            assertThat(partitions).hasSize(12);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> {
                    if (event.key().equals(code)) {
                        found.add(event);
                    }
                });
                return found.size() >= expected;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
